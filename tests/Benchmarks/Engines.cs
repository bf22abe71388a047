using System.Diagnostics;
using Domain.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflows.Elsa;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Tests;

namespace Benchmarks;

/// <summary>The same decisions on reports of 20 sections with the built-in engine, and with Elsa following them.</summary>
internal static class Engines
{
    private const int Clients = 8;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    public static async Task RunAsync()
    {
        Console.WriteLine("Decisions on SQLite with either engine");
        await using (var bench = await Bench.StartAsync())
        {
            await DecideAsync("built-in", bench, await ReportsAsync(bench));
        }

        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"elsa-{Guid.NewGuid():n}"));
        await using (var bench = await Bench.StartAsync(services => services.AddElsaEngine(new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "elsa.db")}", Locks = Path.Combine(folder.FullName, "locks") })))
        {
            foreach (var service in bench.Services.GetServices<IHostedService>()) await service.StartAsync(CancellationToken.None);

            var reports = await ReportsAsync(bench);
            await FollowAsync("starts and first turns", bench);
            await DecideAsync("recorded", bench, reports);
            await FollowAsync("turns", bench);

            foreach (var service in bench.Services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<List<ReportId>> ReportsAsync(Bench bench)
    {
        await bench.Get<IAgencies>().SaveAsync(Given.Roster(), CancellationToken.None);
        var reports = new List<ReportId>();
        for (var client = 0; client < Clients; client++) reports.Add(await Decisions.PrepareAsync(bench, $"engine {client}"));

        return reports;
    }

    private static async Task DecideAsync(string what, Bench bench, List<ReportId> reports)
    {
        foreach (var clients in new[] { 1, Clients })
        {
            var (rate, median, p99) = await Bench.RateAsync(clients, Length / clients, (client, turn) => Decisions.ActAsync(bench, reports[client], turn));
            Console.WriteLine($"  {what}, {clients} client{(clients == 1 ? " " : "s")}   {rate,8:0} /s   median {median:0.00} ms, 99th {p99:0.0} ms");
        }
    }

    /// <summary>All that waits, at most for a minute.</summary>
    private static async Task FollowAsync(string what, Bench bench)
    {
        var clock = Stopwatch.StartNew();
        var followed = 0;

        // One by one, as the follower does, so that the run may end before the last.
        while (clock.Elapsed < TimeSpan.FromMinutes(1) && await bench.Get<ITurns>().WaitingAsync(100, CancellationToken.None) is { Count: > 0 } waiting)
        {
            foreach (var turn in waiting)
            {
                if (turn.Moves.Count > 0) await bench.Get<IApprovalEngine>().TakeAsync(turn, CancellationToken.None);
                else await bench.Get<IApprovalEngine>().BeginAsync((await bench.Get<ITurns>().StandingsAsync([turn.Report], CancellationToken.None))[turn.Report], await bench.Get<ITurns>().RouteAsync(turn.Report, CancellationToken.None) ?? throw new InvalidOperationException("No route."), CancellationToken.None);

                await bench.Get<ITurns>().FollowedAsync(turn, CancellationToken.None);
                followed++;
            }
        }

        Console.WriteLine($"  Elsa, {followed} {what}   {followed / clock.Elapsed.TotalSeconds,8:0.0} /s");
    }
}
