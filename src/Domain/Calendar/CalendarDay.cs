namespace Domain.Calendar;

/// <summary>Why a day is off, or worked, against the rhythm of the week.</summary>
public enum DayKind
{
    /// <summary>Off by law: a holiday, also where it falls on a weekend.</summary>
    Statutory,

    /// <summary>Off (nghỉ bù) because a holiday fell on a weekend.</summary>
    MadeUp,

    /// <summary>Off (hoán đổi) in exchange for a day that is <see cref="Worked"/>.</summary>
    Swapped,

    /// <summary>Off by the agency's own decision.</summary>
    Local,

    /// <summary>Worked (làm bù) though it is a weekend. Counts as any other working day.</summary>
    Worked,
}

/// <summary>One day on which an office does not do what the weekday says.</summary>
/// <param name="Notice">The law or the notice that says so, by type and number.</param>
/// <param name="Proposed">Nobody has decided it yet.</param>
public sealed record CalendarDay(DateOnly On, DayKind Kind, string Notice, bool Proposed = false);
