using Domain.Calendar;

namespace Web.Viewing;

/// <summary>How soon something is to be done, as people group their work.</summary>
public enum Urgency
{
    Late,

    Today,

    ThisWeek,

    Later,
}

public static class Urgencies
{
    public static Urgency Of(DateTimeOffset dueAt, DateTimeOffset now)
    {
        var (dueOn, today) = (VietnamTime.DateOf(dueAt), VietnamTime.DateOf(now));
        // A week ends on its Sunday.
        var weekEnds = today.AddDays((7 - (int)today.DayOfWeek) % 7);

        return dueAt < now ? Urgency.Late
            : dueOn == today ? Urgency.Today
            : dueOn <= weekEnds ? Urgency.ThisWeek
            : Urgency.Later;
    }
}
