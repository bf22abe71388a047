using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Domain.Reports;
using Domain.Routes;

namespace Storage.Databases;

/// <summary>What is read whole and never asked for in parts, as text in a column.</summary>
internal static class Json
{
    // Not jsonb: it reorders properties, and a decision's kind has to come first.
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveToThePlan } },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Compact);

    /// <exception cref="InvalidDataException">The column holds no such value.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Compact) ?? throw new InvalidDataException($"No {typeof(T).Name} in {json}");

    // The plan is kept by itself and never changes: a report is written without it, and a circulation without the stages that it has in it.
    private static void LeaveToThePlan(JsonTypeInfo type)
    {
        var left = type.Type == typeof(Report) ? nameof(Report.Plan) : type.Type == typeof(Circulation) ? nameof(Circulation.Stages) : null;

        foreach (var property in type.Properties.Where(property => property.Name == left))
            (property.IsRequired, property.ShouldSerialize) = (false, (_, _) => false);
    }
}
