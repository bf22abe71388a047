using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveStagesToThePlan } },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Compact);

    /// <exception cref="InvalidDataException">The column holds no such value.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Compact) ?? throw new InvalidDataException($"No {typeof(T).Name} in {json}");

    // Every section of a report has the same stages, and none ever changes them.
    private static void LeaveStagesToThePlan(JsonTypeInfo type)
    {
        if (type.Type != typeof(Circulation)) return;

        var stages = type.Properties.Single(property => property.Name == nameof(Circulation.Stages));
        stages.IsRequired = false;
        stages.ShouldSerialize = (_, _) => false;
    }
}
