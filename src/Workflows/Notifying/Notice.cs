using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Domain.People;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Notifying;

[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>Somebody has something to do.</summary>
    Assigned,

    /// <summary>What somebody sent came back.</summary>
    Returned,

    /// <summary>What somebody has to do was taken back or given to another.</summary>
    TakenBack,

    /// <summary>The Office edited what somebody drafted.</summary>
    Revised,

    Signed,

    Issued,

    /// <summary>A remark of somebody's was accepted, or explained away.</summary>
    Answered,

    /// <summary>What somebody has to do was due and is not done.</summary>
    Late,

    /// <summary>A report is given up: what somebody had to do of it is to be done no more.</summary>
    Stopped,

    /// <summary>An issued document was called back.</summary>
    Recalled,
}

/// <summary>Something that people must be told, written with the decision that caused it and sent afterwards.</summary>
/// <param name="Id">The same cause makes the same notice: whoever delivers it twice can tell.</param>
/// <param name="To">Whom it concerns, the Office and the clerks where it names nobody: resolved to people when it is delivered, so that a delegation counts.</param>
/// <param name="By">Whose doing it is; null where time alone brought it.</param>
/// <param name="Work">The kind of work that it is about, so that whoever does it for somebody is told, too; null where only those are who stand in for them in everything.</param>
public sealed record Notice(Guid Id, NoticeKind Kind, ReportId Report, SectionId? Section, IReadOnlyList<Assignee> To, DateTimeOffset At, PersonId? By = null, StageKind? Work = null)
{
    public static Notice About(DecisionId cause, NoticeKind kind, ReportId report, SectionId? section, IReadOnlyList<Assignee> to, DateTimeOffset at, PersonId? by, StageKind? work) =>
        new(IdOf($"{cause.Value} {kind} {section?.Value} {string.Join(' ', to)}"), kind, report, section, to, at, by, work);

    public static Notice Answering(Comment answer, PersonId asker) =>
        new(IdOf($"{answer.Id.Value} {NoticeKind.Answered}"), NoticeKind.Answered, answer.Report, answer.Section, [Assignee.One(asker)], answer.At, answer.By);

    /// <summary>A report is recalled once.</summary>
    public static Notice Recalling(ReportId report, Recall recall)
    {
        ArgumentNullException.ThrowIfNull(recall);

        return new(IdOf($"{report.Value} {NoticeKind.Recalled}"), NoticeKind.Recalled, report, null, [], recall.At, recall.By);
    }

    /// <summary>For each due time that is missed there is one, so whoever was given more time hears of it again when that is over.</summary>
    public static Notice Late(LateAssignment late)
    {
        ArgumentNullException.ThrowIfNull(late);

        return new(IdOf($"{late.Id.Value} {NoticeKind.Late} {late.DueAt.ToUnixTimeMilliseconds()}"), NoticeKind.Late, late.Report, late.Section, [late.Assignee], late.DueAt, Work: late.Work);
    }

    private static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}

/// <summary>An assignment that was due, is still open, and whose people were not told so yet.</summary>
public sealed record LateAssignment(AssignmentId Id, ReportId Report, SectionId? Section, Assignee Assignee, StageKind Work, DateTimeOffset DueAt);
