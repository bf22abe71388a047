using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Drafting;
using Workflows.Engine;

namespace Workflows.Recording;

/// <summary>The record of all reports: what it says is true, whatever an engine or a cache believes.</summary>
public interface IRecord
{
    /// <summary>
    /// Runs an act in one transaction that holds the report: whoever else wants to write to the same report waits.
    /// What the act saved is durable when this returns an outcome that is not refused; else nothing of it is.
    /// The act may run more than once (a database may ask for it again), so it must touch nothing but the transaction and the blob store.
    /// </summary>
    Task<Outcome<T>> WriteAsync<T>(ReportId report, Func<IReportTransaction, CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellationToken)
        where T : notnull;

    /// <summary>Writes a new report's first step; refused where the report's id is taken.</summary>
    Task<Outcome<Step>> StartAsync(Step step, CancellationToken cancellationToken);

    /// <summary>The agency's people as they are now; null where there is no such agency.</summary>
    Task<Roster?> RosterAsync(AgencyId agency, CancellationToken cancellationToken);

    /// <summary>A report as it is now, for what only reads; null where there is none.</summary>
    Task<Report?> ReportAsync(ReportId report, CancellationToken cancellationToken);

    Task<Circulation?> SectionAsync(ReportId report, SectionId section, CancellationToken cancellationToken);

    /// <summary>The circulations of all sections of a report, in reading order.</summary>
    Task<IReadOnlyList<Circulation>> SectionsAsync(ReportId report, CancellationToken cancellationToken);

    /// <summary>The working copy, or null where nobody has written yet.</summary>
    Task<WorkingCopy?> WorkingCopyAsync(ReportId report, TextId of, CancellationToken cancellationToken);

    /// <summary>A version of a text; null where there is none of that number.</summary>
    Task<TextVersion?> VersionAsync(ReportId report, TextId of, int number, CancellationToken cancellationToken);
}

/// <summary>One report, held for one act.</summary>
public interface IReportTransaction
{
    Report Report { get; }

    Roster Roster { get; }

    /// <summary>The working days of the report's agency.</summary>
    WorkingCalendar Calendar { get; }

    Task<Circulation?> SectionAsync(SectionId section, CancellationToken cancellationToken);

    /// <summary>The circulations of all its sections.</summary>
    Task<IReadOnlyList<Circulation>> SectionsAsync(CancellationToken cancellationToken);

    /// <summary>A decision that was made under this id, with the fingerprint of what was asked; null where none was.</summary>
    Task<MadeDecision?> DecisionAsync(DecisionId id, CancellationToken cancellationToken);

    Task<WorkingCopy?> WorkingCopyAsync(TextId of, CancellationToken cancellationToken);

    /// <summary>Those of the pictures that a person may see; see <see cref="IPictures.SeenAsync"/>.</summary>
    Task<IReadOnlySet<string>> SeenAsync(IReadOnlyList<string> pictures, PersonId reader, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The register of a series and year as it stands, held until the transaction ends.</summary>
    Task<Register> RegisterAsync(AgencyId agency, string series, int year, CancellationToken cancellationToken);

    /// <summary>The day of the last number in a register; null before the first.</summary>
    Task<DateOnly?> LastNumberedOnAsync(AgencyId agency, string series, int year, CancellationToken cancellationToken);

    /// <summary>Writes a step when the act ends. One step an act.</summary>
    /// <param name="fingerprint">What was asked under the decision's id; null for a step without a decision.</param>
    void Save(Step step, string? fingerprint = null);
}

/// <summary>A decision as it was recorded.</summary>
/// <param name="Section">The section that it was made on; null for the report itself.</param>
public sealed record MadeDecision(Decision Decision, SectionId? Section, string Fingerprint);
