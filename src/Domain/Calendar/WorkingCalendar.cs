using System.Collections.Frozen;

namespace Domain.Calendar;

/// <summary>
/// Which days an office works, and how it counts them. A day off counts as the working day before it, so that going forward and back by the
/// same number of working days always meets: due on a Sunday means done by Friday.
/// </summary>
/// <param name="days">Where a date comes twice the later one holds: an agency's own day stands above the official one.</param>
public sealed class WorkingCalendar(IEnumerable<CalendarDay> days)
{
    private readonly FrozenDictionary<DateOnly, CalendarDay> days = days
        .GroupBy(day => day.On)
        .ToFrozenDictionary(sameDate => sameDate.Key, sameDate => sameDate.Last());

    public static WorkingCalendar Official { get; } = new(OfficialDays.All);

    /// <summary>The end of the working day in Vietnam time. Working hours are a local rule.</summary>
    public TimeOnly DayEndsAt { get; init; } = new(17, 0);

    public IEnumerable<CalendarDay> Days => days.Values.OrderBy(day => day.On);

    public WorkingCalendar With(params IEnumerable<CalendarDay> ownDays) => new(Days.Concat(ownDays)) { DayEndsAt = DayEndsAt };

    /// <summary>What is special about the date; null where it is a plain weekday or weekend.</summary>
    public CalendarDay? Find(DateOnly date) => days.GetValueOrDefault(date);

    /// <summary>Whether the holidays of the date's year are known. Where they are not, only its weekends are off, and people should be told.</summary>
    public bool Covers(DateOnly date) => days.Values.Any(day => day.On.Year == date.Year && day.Kind == DayKind.Statutory);

    /// <summary>Whether the holidays of the date's year may still change.</summary>
    public bool IsProvisional(DateOnly date) => days.Values.Any(day => day.On.Year == date.Year && day.Proposed);

    public bool IsWorkingDay(DateOnly date) => Find(date) is { } special
        ? special.Kind == DayKind.Worked
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The first working day after the date.</summary>
    public DateOnly NextWorkingDay(DateOnly date) => AddWorkingDays(date, 1);

    /// <summary>The day on which work handed over on the date begins: the date itself, or the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : NextWorkingDay(date);

    /// <summary>Always a working day; back in time where the count is negative.</summary>
    public DateOnly AddWorkingDays(DateOnly from, int count)
    {
        var date = from;
        while (!IsWorkingDay(date)) date = date.AddDays(-1);

        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.AddDays(Math.Sign(count));
            if (IsWorkingDay(date)) left--;
        }

        return date;
    }

    /// <summary>The working days after the one date up to and with the other; negative where the other is earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -WorkingDaysBetween(to, from);

        var count = 0;
        for (var date = from; date < to;)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date)) count++;
        }

        return count;
    }

    /// <summary>The end of the working day, in UTC.</summary>
    public DateTimeOffset EndOf(DateOnly date) => VietnamTime.ToUtc(date, DayEndsAt);

    /// <summary>
    /// When something opened at this moment is due: the end of the n-th working day after the day of opening, in UTC. What is opened on a day off
    /// or after hours counts as opened on the next working day, so that whoever receives it has the full number of days.
    /// </summary>
    public DateTimeOffset DueAt(DateTimeOffset openedAt, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);

        var date = VietnamTime.DateOf(openedAt);
        var isInTime = VietnamTime.TimeOf(openedAt) <= DayEndsAt;

        return EndOf(AddWorkingDays(isInTime ? OnOrAfter(date) : NextWorkingDay(date), workingDays));
    }
}
