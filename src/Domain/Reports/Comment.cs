using System.Text.Json.Serialization;
using Domain.People;

namespace Domain.Reports;

public enum CommentKind
{
    /// <summary>Góp ý: opens a thread.</summary>
    Remark,

    /// <summary>Tiếp thu.</summary>
    Accept,

    /// <summary>Giải trình.</summary>
    Explain,

    Reply,

    /// <summary>The author of the thread is content.</summary>
    Close,
}

/// <summary>One contribution to a thread (góp ý); the first opens it.</summary>
public sealed record Comment
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 8000;

    public required CommentId Id { get; init; }

    public required ThreadId Thread { get; init; }

    public required ReportId Report { get; init; }

    public SectionId? Section { get; init; }

    public required CommentKind Kind { get; init; }

    public required PersonId By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }

    /// <summary>The words of the version that a remark is about; null for the text as a whole.</summary>
    public string? Quote { get; init; }

    /// <summary>What stood right before the quoted words; null where it is not known.</summary>
    public string? Prefix { get; init; }

    /// <summary>What stood right after them.</summary>
    public string? Suffix { get; init; }

    [JsonIgnore]
    public Anchor? Anchor => Quote is { } quote ? new(quote, Prefix ?? "", Suffix ?? "") : null;

    /// <summary>The version of the section's text that was open; null at a report as a whole.</summary>
    public int? Version { get; init; }

    /// <summary>The drafting unit that a remark asks; null for whoever has the text.</summary>
    public UnitId? Unit { get; init; }
}
