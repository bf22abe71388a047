using System.Text.Json.Serialization;
using Domain.People;
using Domain.Reports;

namespace Domain.Routes;

/// <summary>What somebody decided on a circulation (ý kiến xử lý). Its id comes from the client: the same one twice has one effect.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(Submit), "submit")]
[JsonDerivedType(typeof(Approve), "approve")]
[JsonDerivedType(typeof(Return), "return")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Reassign), "reassign")]
[JsonDerivedType(typeof(Extend), "extend")]
[JsonDerivedType(typeof(Revise), "revise")]
[JsonDerivedType(typeof(Amend), "amend")]
[JsonDerivedType(typeof(Sign), "sign")]
[JsonDerivedType(typeof(Issue), "issue")]
[JsonDerivedType(typeof(Stop), "stop")]
public abstract record Decision
{
    public required DecisionId Id { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whom the maker acts for under a delegation. The rules fill it in; nobody claims it.</summary>
    public PersonId? OnBehalfOf { get; init; }

    [JsonIgnore]
    public abstract Act Act { get; }
}

public enum Act
{
    Submit,
    Approve,
    Return,
    Withdraw,
    Reassign,
    Extend,
    Revise,
    Amend,
    Sign,
    Issue,
    Stop,
}

/// <summary>Trình: a unit's contribution at Draft, or the section's text at Consolidate.</summary>
public sealed record Submit : Decision
{
    /// <summary>The drafting unit; null at Consolidate.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>At Draft the text that the head saw and now submits; null at Consolidate.</summary>
    public NewText? Text { get; init; }

    /// <summary>At Draft the text of all contributions in the outline's order, this one included; kept as the section's text if this submission is the last one waited for.</summary>
    public NewText? Joined { get; init; }

    /// <summary>At Consolidate the version that is submitted onwards; null at Draft.</summary>
    public int? Version { get; init; }

    public override Act Act => Act.Submit;
}

/// <summary>Duyệt.</summary>
public sealed record Approve(int Version) : Decision
{
    public override Act Act => Act.Approve;
}

/// <summary>Trả lại: the text goes back to an earlier stage, with what has to be answered.</summary>
public sealed record Return : Decision
{
    public required int Version { get; init; }

    /// <summary>From a section's stage one target; from a report's stage one for each section that goes back, or one of the report's own earlier stages.</summary>
    public required IReadOnlyList<ReturnTarget> Targets { get; init; }

    /// <summary>At least one; each opens a thread.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    public override Act Act => Act.Return;
}

/// <param name="Section">The section that goes back; null where the circulation decided on is the one that goes back.</param>
public sealed record ReturnTarget(StageKey Stage, SectionId? Section = null)
{
    /// <summary>At Draft the units that have to write again; empty for all.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];
}

/// <param name="Thread">The id of the thread that it opens, from the client.</param>
/// <param name="Quote">The words that it is about; null for the text as a whole.</param>
/// <param name="Section">The section that it is about; needed where a whole report is returned.</param>
/// <param name="Unit">The drafting unit that has to answer; null for whoever gets the text back.</param>
public sealed record Remark(ThreadId Thread, string Text, string? Quote = null, SectionId? Section = null, UnitId? Unit = null)
{
    /// <summary>What stood right before the quoted words.</summary>
    public string? Prefix { get; init; }

    /// <summary>What stood right after them.</summary>
    public string? Suffix { get; init; }
}

/// <summary>Rút lại: the maker of a forward decision takes it back.</summary>
public sealed record Withdraw : Decision
{
    public override Act Act => Act.Withdraw;
}

/// <summary>Chuyển xử lý: another person takes an assignment over.</summary>
public sealed record Reassign(AssignmentId Assignment, PersonId To, string Reason) : Decision
{
    public override Act Act => Act.Reassign;
}

/// <summary>Gia hạn.</summary>
public sealed record Extend(AssignmentId Assignment, DateTimeOffset DueAt, string Reason) : Decision
{
    public override Act Act => Act.Extend;
}

/// <summary>Sửa văn bản: the Office edits a section's text. Approvals of the text before it fall.</summary>
/// <param name="Version">The version that the edit was made on.</param>
public sealed record Revise(int Version, NewText Text) : Decision
{
    public override Act Act => Act.Revise;
}

/// <summary>Sửa nơi nhận: the Office changes whom the report goes to. The version of the whole changes with it.</summary>
public sealed record Amend(IReadOnlyList<string> Recipients) : Decision
{
    public override Act Act => Act.Amend;
}

/// <summary>Ký.</summary>
/// <param name="Version">The version of the whole report.</param>
/// <param name="Pdf">The SHA-256 of the PDF as signed, number and day blank.</param>
public sealed record Sign(int Version, string Pdf, string Docx) : Decision
{
    public override Act Act => Act.Sign;
}

/// <summary>Ban hành.</summary>
/// <param name="On">The day that the report is dated with.</param>
public sealed record Issue(int Version, int Number, DateOnly On, string Pdf, string Docx) : Decision
{
    public override Act Act => Act.Issue;
}

/// <summary>Dừng: the report is not to be issued, so nothing more is done with it. All of it can still be read.</summary>
public sealed record Stop(string Reason) : Decision
{
    public const int LongestReason = 1000;

    public override Act Act => Act.Stop;
}

/// <summary>A text on its way to becoming a version; its bytes are in the blob store already.</summary>
/// <param name="Writers">Everyone who wrote in it.</param>
public sealed record NewText(string Sha256, int Length, IReadOnlyList<PersonId> Writers);
