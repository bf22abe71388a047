using Domain.Reports;
using Domain.Routes;
using Microsoft.Extensions.Logging;

namespace Workflows.Engine;

/// <summary>
/// Keeps an engine beside the record in step with it: gives it the turns that wait, compares after each, and has it go on from the record
/// where it says something else or cannot move. Several may do so at once.
/// </summary>
public sealed partial class EngineFollower(IApprovalEngine engine, ITurns turns, ILogger<EngineFollower> log)
{
    private const int Batch = 100;

    /// <summary>Follows what waits.</summary>
    /// <returns>How many turns were followed.</returns>
    public async Task<int> FollowAsync(CancellationToken cancellationToken)
    {
        var followed = 0;

        while (await turns.WaitingAsync(Batch, cancellationToken) is { Count: > 0 } waiting)
        {
            foreach (var turn in waiting)
            {
                if (await FaultOfAsync(turn, cancellationToken) is { } fault) await RebuildAsync(turn.Report, fault, cancellationToken);

                await turns.FollowedAsync(turn, cancellationToken);
                followed++;
            }
        }

        return followed;
    }

    /// <summary>Follows what waits, then compares every report under way. To be done at start: whatever happened to either side meanwhile, both agree afterwards.</summary>
    /// <returns>How many reports had to be rebuilt.</returns>
    public async Task<int> CompareAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);

        var rebuilt = 0;

        foreach (var reports in (await turns.SettledAsync(cancellationToken)).Chunk(Batch))
        {
            // What the record moves in between is taken for a fault, and rebuilt for nothing; the turn itself then changes nothing.
            var carried = await engine.StandingsAsync(reports, cancellationToken);
            var recorded = await turns.StandingsAsync(reports, cancellationToken);

            foreach (var standing in recorded.Values)
            {
                var has = carried.GetValueOrDefault(standing.Report);
                if (has?.AgreesWith(standing) is true) continue;

                await RebuildAsync(standing.Report, has is null ? "it was not there" : $"it had {has}", cancellationToken);
                rebuilt++;
            }
        }

        return rebuilt;
    }

    /// <summary>Null where the engine followed and agrees.</summary>
    private async Task<string?> FaultOfAsync(Turn turn, CancellationToken cancellationToken)
    {
        try
        {
            if (turn.Moves.Count == 0)
            {
                if (await RecordedAsync(turn.Report, cancellationToken) is var (start, route)) await engine.BeginAsync(start, route, cancellationToken);

                return null;
            }

            if (turn.IsStop)
            {
                await engine.CancelAsync(turn.Report, cancellationToken);

                return null;
            }

            return await engine.TakeAsync(turn, cancellationToken) switch
            {
                null => turn.IsLast ? null : "it was not there",
                var standing when standing.Number > turn.Number || turn.AgreesWith(standing) => null,
                var standing => $"after {turn.Decision.Value} it had {standing}",
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What an engine throws is its own, and whatever it was: it did not move.
            CouldNotMove(exception, turn.Report.Value, turn.Decision.Value);

            return "it could not move";
        }
    }

    private async Task RebuildAsync(ReportId report, string fault, CancellationToken cancellationToken)
    {
        if (await RecordedAsync(report, cancellationToken) is var (standing, route))
        {
            await engine.RebuildAsync(standing, route, cancellationToken);
            Rebuilt(report.Value, fault, standing);
        }
        else
        {
            await engine.CancelAsync(report, cancellationToken);
            Cancelled(report.Value, fault);
        }
    }

    private async Task<(Standing Standing, Route Route)?> RecordedAsync(ReportId report, CancellationToken cancellationToken) =>
        (await turns.StandingsAsync([report], cancellationToken)).TryGetValue(report, out var standing) && await turns.RouteAsync(report, cancellationToken) is { } route ? (standing, route) : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine could not follow decision {Decision} on report {Report}.")]
    private partial void CouldNotMove(Exception exception, Guid report, Guid decision);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine's instance of report {Report} was rebuilt from the record: {Fault}; the record has {Standing}.")]
    private partial void Rebuilt(Guid report, string fault, Standing standing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine's instance of report {Report} was given up: {Fault}, and in the record the report is not under way.")]
    private partial void Cancelled(Guid report, string fault);
}
