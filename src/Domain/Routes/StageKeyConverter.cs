using System.Text.Json;
using System.Text.Json.Serialization;

namespace Domain.Routes;

/// <summary>Writes a stage's key as its bare word, also where it is a key.</summary>
public sealed class StageKeyConverter : JsonConverter<StageKey>
{
    public override StageKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, StageKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    public override StageKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, StageKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }
}
