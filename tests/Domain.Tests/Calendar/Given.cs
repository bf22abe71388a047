using System.Globalization;
using CsCheck;
using Domain.Calendar;

namespace Domain.Tests.Calendar;

/// <summary>Dates written as Vietnamese officials write them, and an office that keeps the official days.</summary>
internal static class Given
{
    public static WorkingCalendar Office { get; } = WorkingCalendar.Official;

    /// <summary>Any day with which the official years, and the bare ones beside them, can be reached.</summary>
    public static Gen<DateOnly> AnyDate { get; } = Gen.Int[0, 365 * 6].Select(new DateOnly(2023, 1, 1).AddDays);

    public static Gen<TimeOnly> AnyTime { get; } = Gen.Int[0, (24 * 60) - 1].Select(minute => new TimeOnly(minute / 60, minute % 60));

    public static DateOnly On(string date) => DateOnly.ParseExact(date, "d/M/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment on the office's clock, "08:00 18/6/2024".</summary>
    public static DateTimeOffset At(string moment) => moment.Split(' ') is [var time, var date]
        ? new(On(date), TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7))
        : throw new FormatException(moment);

    public static IEnumerable<DateOnly> Days(string from, string to)
    {
        for (var date = On(from); date <= On(to); date = date.AddDays(1)) yield return date;
    }
}
