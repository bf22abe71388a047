namespace Domain.Calendar;

/// <summary>How a past moment is spoken of, as long as that is easier to grasp than its date.</summary>
public static class AgoWords
{
    private const int MostDays = 7;

    /// <returns>Null for what is more than a week ago, or still to come.</returns>
    public static Words? For(DateTimeOffset at, DateTimeOffset now)
    {
        var ago = now - at;
        var days = VietnamTime.DateOf(now).DayNumber - VietnamTime.DateOf(at).DayNumber;

        return ago switch
        {
            { Ticks: < 0 } => null,
            { TotalMinutes: < 1 } => new("vừa xong", "just now"),
            { TotalMinutes: < 2 } => new("1 phút trước", "1 minute ago"),
            { TotalHours: < 1 } => new($"{(int)ago.TotalMinutes} phút trước", $"{(int)ago.TotalMinutes} minutes ago"),
            { TotalHours: < 2 } => new("1 giờ trước", "1 hour ago"),
            _ when days == 0 => new($"{(int)ago.TotalHours} giờ trước", $"{(int)ago.TotalHours} hours ago"),
            _ when days == 1 => new("hôm qua", "yesterday"),
            _ when days <= MostDays => new($"{days} ngày trước", $"{days} days ago"),
            _ => null,
        };
    }
}
