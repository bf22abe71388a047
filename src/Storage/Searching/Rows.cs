using Domain.People;
using Domain.Reports;
using Storage.Recording;
using Workflows.Engine;
using Workflows.Searching;

namespace Storage.Searching;

/// <summary>Something that was written and whose words are not in the index yet. Written with it, gone when it is read.</summary>
internal sealed class UnreadRow
{
    public required string Key { get; init; }

    public required FindableKind Kind { get; init; }

    public required ReportId Report { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>With the unit and the number as in the key of a version; all zeros where it is none.</summary>
    public SectionId Section { get; init; }

    public UnitId Unit { get; init; }

    public int Number { get; init; }

    public CommentId? Comment { get; init; }

    public static UnreadRow Of(ReportId report, KeptVersion kept)
    {
        var (section, unit) = TextKey.Of(kept.Of);

        return new()
        {
            Key = $"text {report.Value} {section.Value} {unit.Value} {kept.Version.Number}",
            Kind = FindableKind.Text,
            Report = report,
            At = kept.Version.At,
            Section = section,
            Unit = unit,
            Number = kept.Version.Number,
        };
    }

    public static UnreadRow Of(Comment comment) => new() { Key = $"comment {comment.Id.Value}", Kind = FindableKind.Comment, Report = comment.Report, At = comment.At, Comment = comment.Id };

    /// <param name="number">Null at its start.</param>
    public static UnreadRow Of(ReportId report, DateTimeOffset at, int? number) =>
        new() { Key = $"report {report.Value} {number}", Kind = FindableKind.Report, Report = report, At = at, Number = number ?? 0 };
}

/// <summary>A row of the index without its words, as the two databases give it.</summary>
internal sealed class FindingRow
{
    public required long Id { get; init; }

    /// <summary>What the versions of one text have in common.</summary>
    public required string Subject { get; init; }
}

internal sealed class FoundRow
{
    public required long Id { get; init; }

    public required string Entry { get; init; }
}
