using Domain.Reports;
using Domain.Routes;
using Microsoft.Data.Sqlite;
using Workflows.Drafting;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Submitting;
using Workflows.Tests;
using Workflows.Withdrawing;

namespace Benchmarks;

/// <summary>Decisions in a second on SQLite, against the raw rate of durable one-row transactions on the same disk in the same run.</summary>
internal static class Decisions
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    public static async Task RunAsync()
    {
        Console.WriteLine("Decisions on SQLite (WAL, synchronous=FULL); half of them submit a section's text, half withdraw it again");

        var raw = await RawAsync();
        Console.WriteLine($"  raw durable transactions   {raw,8:0} /s");

        await using var bench = await Bench.StartAsync();
        await bench.Get<IAgencies>().SaveAsync(Given.Roster(), CancellationToken.None);

        const int Clients = 8;
        var reports = new List<ReportId>();
        for (var client = 0; client < Clients; client++) reports.Add(await PrepareAsync(bench, $"bench {client}"));

        foreach (var clients in new[] { 1, Clients })
        {
            var (rate, median, p99) = await Bench.RateAsync(clients, Length, (client, turn) => ActAsync(bench, reports[client], turn));
            Console.WriteLine($"  {clients} client{(clients == 1 ? " " : "s")}                  {rate,8:0} /s   median {median:0.00} ms, 99th {p99:0.0} ms   {rate / raw:P0} of raw");
        }
    }

    internal static async Task<ReportId> PrepareAsync(Bench bench, string name)
    {
        var plan = Given.Plan(name: name) with { Sections = [Given.Section("budget", Given.Economy, Given.Finance), .. Enumerable.Range(1, 19).Select(n => Given.Section($"section {n}", Given.Society, Given.Health))] };
        var roster = Given.Roster();
        var begun = bench.Get<Chain>().Begin(plan, new(Guid.NewGuid()), Given.Moment(roster, DateTimeOffset.UtcNow));
        await bench.Get<IRecord>().StartAsync(begun.Value, CancellationToken.None);

        var section = new SectionId(Given.Id("budget"));
        var copy = await bench.Get<SaveWorkingCopyHandler>().HandleAsync(new(Given.FinanceHead, plan.Id, section, Given.Finance, "Thu ngân sách đạt 98,51% dự toán.", 0), CancellationToken.None);
        var submitted = await bench.Get<SubmitContributionHandler>().HandleAsync(
            new(new(Guid.NewGuid()), Given.FinanceHead, plan.Id, section, Given.Finance, copy.Value.Revision), CancellationToken.None);

        return submitted.Value.Report.Id;
    }

    internal static async Task ActAsync(Bench bench, ReportId report, int turn)
    {
        var section = new SectionId(Given.Id("budget"));
        var id = new DecisionId(Guid.NewGuid());
        var outcome = turn % 2 == 0
            ? await bench.Get<SubmitSectionHandler>().HandleAsync(new(id, Given.Consolidator, report, section, 1), CancellationToken.None)
            : await bench.Get<WithdrawDecisionHandler>().HandleAsync(new(id, Given.Consolidator, report, section), CancellationToken.None);

        // A run that stopped in the middle of a pair begins the next one with the wrong half.
        if (outcome.IsRefused && outcome.Refusal.Code != "wrong-stage" && outcome.Refusal.Code != "nothing-to-withdraw") throw new InvalidOperationException(outcome.Refusal.Code);
    }

    private static async Task<double> RawAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, $"raw-{Guid.NewGuid():n}");
        Directory.CreateDirectory(folder);

        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")}"))
        {
            await connection.OpenAsync();
            await ExecuteAsync(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)");
            var (rate, _, _) = await Bench.RateAsync(1, Length, (_, _) => ExecuteAsync(connection, "INSERT INTO rows (text) VALUES ('một dòng')"));
            SqliteConnection.ClearAllPools();
            await connection.CloseAsync();
            Directory.Delete(folder, recursive: true);

            return rate;
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Fixed texts from above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
