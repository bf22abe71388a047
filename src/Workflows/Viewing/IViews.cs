using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Workflows.Notifying;

namespace Workflows.Viewing;

/// <summary>What pages and callers read: views made by queries, which skip the domain.</summary>
public interface IViews
{
    /// <summary>What waits for a person, for themself and for those who delegated to them, most urgent first; as far as the reader, where it is another, may see it.</summary>
    Task<Page<WorkView>> WorkAsync(AgencyId agency, PersonId person, PersonId reader, DateTimeOffset at, Paging paging, CancellationToken cancellationToken);

    /// <summary>How much waits for a person, and how many notices they have not read.</summary>
    Task<Counts> CountsAsync(AgencyId agency, PersonId person, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>What a person decided, newest first, and where it is now.</summary>
    Task<Page<SentView>> SentAsync(AgencyId agency, PersonId person, DateTimeOffset at, Paging paging, CancellationToken cancellationToken);

    /// <summary>The agency's reports, the one due next first.</summary>
    Task<Page<ReportLine>> BoardAsync(AgencyId agency, BoardFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>Every section of one report against its stages, in reading order.</summary>
    Task<IReadOnlyList<SectionLine>> SectionsAsync(ReportId report, CancellationToken cancellationToken);

    /// <summary>What is late in some reports, the longest overdue first, as far as the reader may see it.</summary>
    Task<IReadOnlyList<LateSection>> LateAsync(AgencyId agency, PersonId reader, IReadOnlyList<ReportId> reports, DateTimeOffset at, int take, CancellationToken cancellationToken);

    /// <summary>The open assignments of one report.</summary>
    Task<IReadOnlyList<OpenAssignment>> AssignmentsAsync(ReportId report, CancellationToken cancellationToken);

    Task<Page<VersionView>> VersionsAsync(ReportId report, TextId of, Paging paging, CancellationToken cancellationToken);

    /// <summary>The comments of a section, or of the report itself (null), in the order in which they were made.</summary>
    Task<Page<Comment>> CommentsAsync(ReportId report, SectionId? section, Paging paging, CancellationToken cancellationToken);

    /// <summary>The comments of all sections of a report, section by section.</summary>
    Task<Page<Comment>> SectionCommentsAsync(ReportId report, Paging paging, CancellationToken cancellationToken);

    /// <summary>What happened, newest first.</summary>
    Task<Page<Entry>> TrailAsync(ReportId report, TrailFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>Whose acts a report's trail tells of, and which.</summary>
    Task<TrailFacets> TrailFacetsAsync(ReportId report, IReadOnlySet<SectionId> withheld, CancellationToken cancellationToken);

    /// <summary>The numbers given in a year, newest first; those of reports that the reader may not find are left out.</summary>
    Task<Page<RegisterEntry>> RegisterAsync(AgencyId agency, PersonId reader, DateTimeOffset at, int year, Paging paging, CancellationToken cancellationToken);

    /// <summary>The register as it is read and printed: with what each document is, and where it went.</summary>
    Task<Page<RegisterLine>> RegisterLinesAsync(AgencyId agency, PersonId reader, DateTimeOffset at, RegisterFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>What administrators changed of an agency, newest first.</summary>
    Task<Page<AgencyEntry>> AgencyTrailAsync(AgencyId agency, Paging paging, CancellationToken cancellationToken);

    /// <summary>The open assignments that wait for a person alone.</summary>
    Task<IReadOnlyList<OpenWork>> OpenWorkAsync(PersonId person, CancellationToken cancellationToken);

    /// <summary>The number that a register gave last; 0 before the first.</summary>
    Task<int> LastNumberAsync(AgencyId agency, string series, int year, CancellationToken cancellationToken);

    /// <summary>What a person was told, newest first.</summary>
    Task<Page<NoticeView>> NoticesAsync(AgencyId agency, PersonId person, DateTimeOffset at, bool isUnreadOnly, Paging paging, CancellationToken cancellationToken);

    /// <summary>One thing that a person was told; null where they were not.</summary>
    Task<NoticeView?> NoticeAsync(AgencyId agency, PersonId person, DateTimeOffset at, Guid notice, CancellationToken cancellationToken);

    /// <summary>Which reports moved since a moment, and who was told something.</summary>
    Task<Changes> ChangesAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <param name="Number">From 1.</param>
/// <param name="Size">From 1 to 200.</param>
public sealed record Paging(int Number = 1, int Size = 50)
{
    public const int MaxSize = 200;

    public int Skip => (Number - 1) * Size;
}

/// <param name="Total">How many there are on all pages, as far as they were counted.</param>
/// <param name="IsCut">Whether there are more than were counted.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, Paging Paging, bool IsCut = false);

/// <param name="State">Null for any.</param>
/// <param name="LateAt">Only reports with an assignment that was due before this moment; null for all.</param>
/// <param name="Unit">Only reports with something open at this unit; null for all.</param>
/// <param name="Person">Only reports with something that waits for this person; null for all.</param>
/// <param name="Period">Only reports that tell of this period, no shorter and no longer; null for all.</param>
/// <param name="From">Only reports due on this day or later.</param>
/// <param name="To">Only reports due on this day or earlier.</param>
/// <param name="IsUnderWay">Only reports of which something is still to be done.</param>
/// <param name="At">The moment at which delegations count.</param>
/// <param name="Reader">Whoever looks: what is kept from them is not there. Null for somebody who may see what is open to the whole agency, and nothing else.</param>
public sealed record BoardFilter(
    ReportState? State = null, DateTimeOffset? LateAt = null, UnitId? Unit = null, PersonId? Person = null, ReportingPeriod? Period = null, DateOnly? From = null, DateOnly? To = null, bool IsUnderWay = false, DateTimeOffset At = default, PersonId? Reader = null);

/// <param name="Holders">Who has something of it to do, whoever is due first standing first.</param>
public sealed record ReportLine(
    ReportId Id, string TypeName, string Abstract, ReportingPeriod? Period, ReportState State, DateOnly DueOn, int Sections, int Cleared, int OpenAssignments, DateTimeOffset? NextDueAt, int? Number, DateOnly? IssuedOn, IReadOnlyList<Holder> Holders);

/// <param name="Unit">Null where only a person is asked.</param>
/// <param name="Person">Null where whoever in the unit holds the role may act.</param>
/// <param name="Open">How many assignments.</param>
public sealed record Holder(UnitId? Unit, PersonId? Person, int Open, DateTimeOffset DueAt);

public sealed record Counts(int Waiting, int Unread);

public sealed record LateSection(ReportId Report, SectionId? Section, string? Heading, Words StageName, Assignee Assignee, DateTimeOffset DueAt);

/// <param name="Section">Null for the whole report.</param>
/// <param name="By">Null for everybody.</param>
/// <param name="What">A fact in the past tense ("submitted"); null for all.</param>
/// <param name="Withheld">The sections of which the reader is told nothing; null for none.</param>
public sealed record TrailFilter(SectionId? Section = null, PersonId? By = null, string? What = null, IReadOnlySet<SectionId>? Withheld = null);

public sealed record TrailFacets(IReadOnlyList<PersonId> People, IReadOnlyList<string> Kinds);

public sealed record Changes(IReadOnlyList<ReportMoved> Reports, IReadOnlyList<PersonTold> People);

/// <param name="Count">The length of its trail, by which two moves of a report are told apart.</param>
/// <param name="IsRestricted">Whether it is kept from some of its agency.</param>
public sealed record ReportMoved(ReportId Report, AgencyId Agency, int Count, bool IsRestricted);

public sealed record PersonTold(PersonId Person, Guid Notice);

public sealed record SectionLine(SectionId Id, OutlineLevel Level, string? Heading, bool IsLeaf, StageKey? Stage, int Round, bool IsCleared, DateTimeOffset? Since, DateTimeOffset? DueAt, int? Version, int OpenThreads);

public sealed record OpenAssignment(AssignmentId Id, SectionId? Section, StageKey Stage, int Round, Assignee Assignee, DateTimeOffset OpenedAt, DateTimeOffset DueAt);

/// <param name="Role">The position that is asked in the unit; null where it is one person.</param>
/// <param name="OnBehalfOf">Whose work it is, where it comes by delegation.</param>
/// <param name="SentBy">Who made the decision that brought it here; at the start, who started the report.</param>
/// <param name="IsReturned">That decision was a return.</param>
public sealed record WorkView(AssignmentId Assignment, ReportId Report, string Abstract, SectionId? Section, string? Heading, StageKey Stage, Words StageName, int Round, UnitId? Unit, Role? Role, DateTimeOffset OpenedAt, DateTimeOffset DueAt, PersonId? OnBehalfOf, PersonId? SentBy, bool IsReturned);

/// <param name="IsPassed">The section is cleared; the report, where it was decided on as a whole, is issued.</param>
/// <param name="State">That of the report.</param>
public sealed record SentView(DecisionId Decision, Act Act, DateTimeOffset At, ReportId Report, string Abstract, SectionId? Section, string? Heading, StageKey? NowAt, Words? NowAtName, bool IsPassed, ReportState State);

public sealed record VersionView(int Number, string Sha256, int Length, DateTimeOffset At, IReadOnlyList<PersonId> Hands);

/// <param name="By">Whose doing it is; null where time alone brought it.</param>
/// <param name="ReadAt">Null while it is new to the person.</param>
public sealed record NoticeView(Guid Id, NoticeKind Kind, ReportId Report, string Abstract, SectionId? Section, string? Heading, PersonId? By, DateTimeOffset At, DateTimeOffset? ReadAt);

/// <param name="Series">Null for every series.</param>
/// <param name="Number">Null for every number.</param>
/// <param name="Words">What the abstract holds; null for any.</param>
public sealed record RegisterFilter(int Year, string? Series = null, int? Number = null, string? Words = null);

public sealed record RegisterLine(RegisterEntry Entry, string TypeName, IReadOnlyList<string> Recipients);
