using Domain.Calendar;
using Domain.People;

namespace Domain.Reports;

public sealed partial record Report
{
    /// <summary>Null unless it was recalled after it was issued. It keeps its number, and nobody else is given it.</summary>
    public Recall? Recall { get; init; }

    /// <summary>What keeps this person from entering that the document is recalled; null where nothing does.</summary>
    public Refusal? MayRecall(PersonId person, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);

        if (Imprint is null) return RecallRefusals.NotIssued;
        if (Recall is not null) return RecallRefusals.AlreadyRecalled;

        IReadOnlyList<PersonId> clerks = [.. roster.Holders(Role.Clerk).Select(clerk => clerk.Id)];

        return clerks.Contains(person) ? null : RecallRefusals.NotClerk(clerks);
    }

    public Outcome<Report> Recalled(Recall recall, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(recall);

        if (MayRecall(recall.By, roster) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(recall.Reason) || recall.Reason.Length > Recall.LongestReason) return RecallRefusals.WithoutReason;

        return this with { Recall = recall };
    }
}

/// <summary>That an issued document was called back (thu hồi văn bản: Decree 30/2020/NĐ-CP, article 18.4): it stays as it is, and the register says so of its number (appendix VI, part I, III.8).</summary>
/// <param name="Reason">With what orders it, as a rule: the number and day of the notice.</param>
public sealed record Recall(PersonId By, DateTimeOffset At, string Reason)
{
    public const int LongestReason = 1000;

    /// <summary>As it stands in the register's column of notes.</summary>
    public Words Note => new($"Đã thu hồi ngày {VietnameseDates.InFigures(VietnamTime.DateOf(At))}: {Reason}", $"Recalled on {VietnameseDates.InFigures(VietnamTime.DateOf(At))}: {Reason}");
}

public static class RecallRefusals
{
    public static Refusal NotIssued { get; } = new(RefusalKind.Conflict, "not-issued",
        new("Báo cáo chưa ban hành nên không có gì để thu hồi.", "The report is not issued, so there is nothing to recall."));

    public static Refusal AlreadyRecalled { get; } = new(RefusalKind.Conflict, "already-recalled",
        new("Văn bản này đã được thu hồi.", "This document is recalled already."));

    public static Refusal WithoutReason { get; } = new(RefusalKind.Invalid, "recall-reason",
        new("Hãy ghi lý do thu hồi, dài nhất 1.000 ký tự; lý do được ghi vào sổ và nhật ký.", "State why it is recalled, in at most 1,000 characters; the register and the trail keep it."));

    public static Refusal NotClerk(IReadOnlyList<PersonId> clerks) => new(RefusalKind.NotAllowed, "not-clerk",
        new("Chỉ văn thư ghi việc thu hồi vào sổ đăng ký văn bản đi.", "Only a clerk enters a recall into the register of outgoing documents."))
    { WhoCan = clerks };
}
