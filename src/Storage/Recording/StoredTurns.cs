using Domain.Reports;
using Domain.Routes;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Workflows.Engine;

namespace Storage.Recording;

internal sealed class StoredTurns(Database database, Plans plans) : ITurns
{
    public async Task<IReadOnlyList<Turn>> WaitingAsync(int take, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);
        var rows = await context.Turns.AsNoTracking().OrderBy(row => row.Report).ThenBy(row => row.Number).Take(take).ToListAsync(cancellationToken);

        return [.. rows.Select(row => row.Read())];
    }

    public Task FollowedAsync(Turn turn, CancellationToken cancellationToken) =>
        database.WriteAsync<int>(async (context, token) => await context.Turns.Where(row => row.Report == turn.Report && row.Number == turn.Number).ExecuteDeleteAsync(token), cancellationToken);

    public async Task<IReadOnlyList<ReportId>> SettledAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Reports.Where(ReportRow.IsUnderWay).Where(row => !context.Turns.Any(turn => turn.Report == row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<ReportId, Standing>> StandingsAsync(IReadOnlyCollection<ReportId> reports, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        // One statement, so that all of it was true at one moment.
        var rows = await context.Reports.Where(ReportRow.IsUnderWay).Where(row => reports.Contains(row.Id))
            .Join(context.Circulations, row => row.Id, circulation => circulation.Report, (row, circulation) => new { row.Id, row.TrailCount, Own = row.Stage, circulation.Section, circulation.Stage })
            .ToListAsync(cancellationToken);

        return rows.GroupBy(row => (row.Id, row.TrailCount, row.Own)).ToDictionary(
            report => report.Key.Id,
            report => new Standing(report.Key.Id, report.Key.TrailCount, report.Key.Own, report.ToDictionary(section => section.Section, section => section.Stage)));
    }

    public async Task<Route?> RouteAsync(ReportId report, CancellationToken cancellationToken)
    {
        await using var context = await database.OpenAsync(cancellationToken);

        return (await plans.FindAsync(context, report, cancellationToken))?.Route;
    }
}
