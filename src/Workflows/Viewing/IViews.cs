using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Workflows.Notifying;

namespace Workflows.Viewing;

/// <summary>What pages and callers read: views made by queries, which skip the domain.</summary>
public interface IViews
{
    /// <summary>What waits for a person, for themself and for those who delegated to them, most urgent first.</summary>
    Task<Page<WorkView>> WorkAsync(AgencyId agency, PersonId person, DateTimeOffset at, Paging paging, CancellationToken cancellationToken);

    /// <summary>What a person decided, newest first, and where it is now.</summary>
    Task<Page<SentView>> SentAsync(PersonId person, Paging paging, CancellationToken cancellationToken);

    /// <summary>The agency's reports, the one due next first.</summary>
    Task<Page<ReportLine>> BoardAsync(AgencyId agency, BoardFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>Every section of one report against its stages, in reading order.</summary>
    Task<IReadOnlyList<SectionLine>> SectionsAsync(ReportId report, CancellationToken cancellationToken);

    /// <summary>The open assignments of one report.</summary>
    Task<IReadOnlyList<OpenAssignment>> AssignmentsAsync(ReportId report, CancellationToken cancellationToken);

    Task<Page<VersionView>> VersionsAsync(ReportId report, TextId of, Paging paging, CancellationToken cancellationToken);

    /// <summary>The comments of a section, or of the report itself (null), in the order in which they were made.</summary>
    Task<Page<Comment>> CommentsAsync(ReportId report, SectionId? section, Paging paging, CancellationToken cancellationToken);

    /// <summary>The comments of all sections of a report, section by section.</summary>
    Task<Page<Comment>> SectionCommentsAsync(ReportId report, Paging paging, CancellationToken cancellationToken);

    /// <summary>What happened, newest first.</summary>
    Task<Page<Entry>> TrailAsync(ReportId report, SectionId? section, Paging paging, CancellationToken cancellationToken);

    /// <summary>The numbers given in a year, newest first.</summary>
    Task<Page<RegisterEntry>> RegisterAsync(AgencyId agency, int year, Paging paging, CancellationToken cancellationToken);

    /// <summary>The register as it is read and printed: with what each document is, and where it went.</summary>
    Task<Page<RegisterLine>> RegisterLinesAsync(AgencyId agency, RegisterFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>What administrators changed of an agency, newest first.</summary>
    Task<Page<AgencyEntry>> AgencyTrailAsync(AgencyId agency, Paging paging, CancellationToken cancellationToken);

    /// <summary>The open assignments that wait for a person alone.</summary>
    Task<IReadOnlyList<OpenWork>> OpenWorkAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>The number that a register gave last; 0 before the first.</summary>
    Task<int> LastNumberAsync(AgencyId agency, string series, int year, CancellationToken cancellationToken);

    /// <summary>What a person was told, newest first.</summary>
    Task<Page<NoticeView>> NoticesAsync(PersonId person, Paging paging, CancellationToken cancellationToken);
}

/// <param name="Number">From 1.</param>
/// <param name="Size">From 1 to 200.</param>
public sealed record Paging(int Number = 1, int Size = 50)
{
    public const int MaxSize = 200;

    public int Skip => (Number - 1) * Size;
}

/// <param name="Total">How many there are on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, Paging Paging);

/// <param name="State">Null for any.</param>
/// <param name="LateAt">Only reports with an assignment that was due before this moment; null for all.</param>
/// <param name="Unit">Only reports with something open at this unit; null for all.</param>
public sealed record BoardFilter(ReportState? State = null, DateTimeOffset? LateAt = null, UnitId? Unit = null);

public sealed record ReportLine(ReportId Id, string TypeName, string Abstract, ReportState State, DateOnly DueOn, int Sections, int Cleared, int OpenAssignments, DateTimeOffset? NextDueAt, int? Number, DateOnly? IssuedOn);

public sealed record SectionLine(SectionId Id, OutlineLevel Level, string? Heading, bool IsLeaf, StageKey? Stage, int Round, bool IsCleared, DateTimeOffset? Since, DateTimeOffset? DueAt, int? Version, int OpenThreads);

public sealed record OpenAssignment(AssignmentId Id, SectionId? Section, StageKey Stage, int Round, Assignee Assignee, DateTimeOffset OpenedAt, DateTimeOffset DueAt);

/// <param name="OnBehalfOf">Whose work it is, where it comes by delegation.</param>
/// <param name="SentBy">Who made the decision that brought it here; null at the start.</param>
public sealed record WorkView(AssignmentId Assignment, ReportId Report, string Abstract, SectionId? Section, string? Heading, StageKey Stage, int Round, UnitId? Unit, DateTimeOffset OpenedAt, DateTimeOffset DueAt, PersonId? OnBehalfOf, PersonId? SentBy);

public sealed record SentView(DecisionId Decision, Act Act, DateTimeOffset At, ReportId Report, string Abstract, SectionId? Section, string? Heading, StageKey? NowAt, bool IsPassed);

public sealed record VersionView(int Number, string Sha256, int Length, DateTimeOffset At, IReadOnlyList<PersonId> Hands);

public sealed record NoticeView(Guid Id, NoticeKind Kind, ReportId Report, string Abstract, SectionId? Section, string? Heading, DateTimeOffset At);

/// <param name="Series">Null for every series.</param>
/// <param name="Number">Null for every number.</param>
/// <param name="Words">What the abstract holds; null for any.</param>
public sealed record RegisterFilter(int Year, string? Series = null, int? Number = null, string? Words = null);

public sealed record RegisterLine(RegisterEntry Entry, string TypeName, IReadOnlyList<string> Recipients);
