using Domain.Reports;
using Domain.Routes;

namespace Workflows.Engine;

/// <summary>What the record has for an engine: where its reports stand, and the turns that were not followed yet.</summary>
public interface ITurns
{
    /// <summary>Turns that wait to be followed; those of one report in the order in which they were made.</summary>
    Task<IReadOnlyList<Turn>> WaitingAsync(int take, CancellationToken cancellationToken);

    /// <summary>A turn was followed, so it waits no longer.</summary>
    Task FollowedAsync(Turn turn, CancellationToken cancellationToken);

    /// <summary>The reports under way for which no turn waits.</summary>
    Task<IReadOnlyList<ReportId>> SettledAsync(CancellationToken cancellationToken);

    /// <summary>Where these reports stand; what is issued or stopped, or was never started, is not among them.</summary>
    Task<IReadOnlyDictionary<ReportId, Standing>> StandingsAsync(IReadOnlyCollection<ReportId> reports, CancellationToken cancellationToken);

    /// <summary>The route of a report; null where there is no such report.</summary>
    Task<Route?> RouteAsync(ReportId report, CancellationToken cancellationToken);
}
