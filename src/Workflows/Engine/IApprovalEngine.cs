using Domain.Reports;
using Domain.Routes;

namespace Workflows.Engine;

/// <summary>
/// Carries reports along their routes. The rules say what may be decided and the record says what was;
/// where an engine says something else it is wrong, and goes on from the record.
/// </summary>
public interface IApprovalEngine
{
    /// <summary>A report's circulations begin their way. One that the engine carries already stays as it is.</summary>
    Task BeginAsync(Standing start, Route route, CancellationToken cancellationToken);

    /// <summary>Follows a decision. One that was followed before, or is part of what the engine began with, changes nothing.</summary>
    /// <returns>What is open now; null where the engine does not carry the report.</returns>
    Task<Standing?> TakeAsync(Turn turn, CancellationToken cancellationToken);

    /// <summary>What is open in these reports; those that the engine does not carry are not among them.</summary>
    Task<IReadOnlyDictionary<ReportId, Standing>> StandingsAsync(IReadOnlyCollection<ReportId> reports, CancellationToken cancellationToken);

    /// <summary>Gives a report up. Whatever arrives for it later changes nothing.</summary>
    Task CancelAsync(ReportId report, CancellationToken cancellationToken);

    /// <summary>Forgets what it had of a report and goes on from where the record has it.</summary>
    Task RebuildAsync(Standing standing, Route route, CancellationToken cancellationToken);
}
