namespace Domain.People;

/// <summary>Somebody is away for whole days (vắng mặt). It changes nobody's powers; whoever sends them work is told.</summary>
/// <param name="Reason">For the person, their assistants and the administrator; colleagues see the days only.</param>
public sealed record Absence(AbsenceId Id, PersonId Person, DateOnly FromOn, DateOnly ToOn, string Reason)
{
    /// <summary>Longer ones are a departure, or a wrong year.</summary>
    public const int MostDays = 400;

    public bool Covers(DateOnly date) => FromOn <= date && date <= ToOn;
}

public static class AbsenceRefusals
{
    public static Refusal Dates { get; } = new(RefusalKind.Invalid, "absence-dates",
        new($"Ngày cuối phải từ ngày đầu trở đi, và không quá {Absence.MostDays} ngày.", $"The last day must not be before the first, nor more than {Absence.MostDays} days after it."));

    public static Refusal NotFound { get; } = new(RefusalKind.NotFound, "no-such-absence",
        new("Không có lần vắng mặt này. Hãy tải lại trang.", "There is no such absence. Load the page again."));

    public static Refusal NotYours(IReadOnlyList<PersonId> whoCan) => new(RefusalKind.NotAllowed, "not-your-absence",
        new("Chỉ người vắng mặt, người giúp việc của họ hoặc quản trị mới ghi được việc này.", "Only the one who is away, their assistants or an administrator may record this."))
    { WhoCan = whoCan };
}
