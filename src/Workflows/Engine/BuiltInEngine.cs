using Domain.Reports;
using Domain.Routes;

namespace Workflows.Engine;

/// <summary>The engine that has nothing of its own: a decision moves its report in the very transaction that records it, so what the record has is what is open.</summary>
public sealed class BuiltInEngine(ITurns record) : IApprovalEngine
{
    public Task BeginAsync(Standing start, Route route, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Standing?> TakeAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);

        return (await StandingsAsync([turn.Report], cancellationToken)).GetValueOrDefault(turn.Report);
    }

    public Task<IReadOnlyDictionary<ReportId, Standing>> StandingsAsync(IReadOnlyCollection<ReportId> reports, CancellationToken cancellationToken) =>
        record.StandingsAsync(reports, cancellationToken);

    public Task CancelAsync(ReportId report, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RebuildAsync(Standing standing, Route route, CancellationToken cancellationToken) => Task.CompletedTask;
}
