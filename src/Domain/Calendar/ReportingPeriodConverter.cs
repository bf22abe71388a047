using System.Text.Json;
using System.Text.Json.Serialization;

namespace Domain.Calendar;

/// <summary>Writes a period as its code.</summary>
public sealed class ReportingPeriodConverter : JsonConverter<ReportingPeriod>
{
    public override ReportingPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReportingPeriod.Find(reader.GetString() ?? "") ?? throw new JsonException("There is no such reporting period.");

    public override void Write(Utf8JsonWriter writer, ReportingPeriod value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Code);
    }
}
