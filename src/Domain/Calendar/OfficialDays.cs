using System.Text.Json;
using System.Text.Json.Serialization;

namespace Domain.Calendar;

/// <summary>
/// The days off and the worked Saturdays of civil servants, as announced year by year. The Prime Minister fixes Tết and the second day of 2/9
/// each year, and only the notice knows of swaps (Labour Code 45/2019/QH14, article 112.3): so they are data, and nothing here is computed.
/// </summary>
/// <remarks>
/// 2026: a swap of 23/11 with 28/11 was proposed and never decided; it is left out. 24/11 is not made up when it falls on a weekend.
/// A coming year stands under "proposed" until its notice is issued.
/// </remarks>
public static class OfficialDays
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IReadOnlyList<CalendarDay> All { get; } = Read();

    private static CalendarDay[] Read()
    {
        using var resource = typeof(OfficialDays).Assembly.GetManifestResourceStream("OfficialDays.json")
            ?? throw new InvalidOperationException("OfficialDays.json is not in the assembly.");
        var years = JsonSerializer.Deserialize<Dictionary<int, Announcement[]>>(resource, AsWritten) ?? [];

        return
        [
            .. from year in years
               from announcement in year.Value
               from kind in announcement.Days
               from day in kind.Value
               orderby day
               select new CalendarDay(day, kind.Key, announcement.Notice, announcement.Proposed),
        ];
    }

    private sealed record Announcement(string Notice, Dictionary<DayKind, DateOnly[]> Days, bool Proposed = false);
}
