namespace Domain.Calendar;

/// <summary>How a due time is spoken of: in working days from today.</summary>
public static class DueWords
{
    public static Words For(WorkingCalendar calendar, DateTimeOffset dueAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(calendar);

        var (dueOn, today) = (VietnamTime.DateOf(dueAt), VietnamTime.DateOf(now));
        var days = Math.Abs(calendar.WorkingDaysBetween(today, dueOn));

        return (now > dueAt, days) switch
        {
            (true, 0) => new("quá hạn chưa đến 1 ngày làm việc", "overdue by less than 1 working day"),
            (true, 1) => new("quá hạn 1 ngày làm việc", "overdue by 1 working day"),
            (true, _) => new($"quá hạn {days} ngày làm việc", $"overdue by {days} working days"),
            (false, _) when dueOn == today => new("hôm nay", "today"),
            (false, 0) => new("còn chưa đến 1 ngày làm việc", "less than 1 working day left"),
            (false, 1) => new("còn 1 ngày làm việc", "1 working day left"),
            (false, _) => new($"còn {days} ngày làm việc", $"{days} working days left"),
        };
    }
}
