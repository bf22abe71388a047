using System.Diagnostics;
using Domain.Reports;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Tests;
using Workflows.Viewing;

namespace Benchmarks;

/// <summary>What the pages of work, the board and one report ask, with ten reports of twenty sections, and with ten thousand.</summary>
internal static class Views
{
    private const int Few = 10;
    private const int Many = 10_000;

    public static async Task RunAsync()
    {
        Console.WriteLine("Views, median of 200 calls");

        await using var bench = await Bench.StartAsync();
        await bench.Get<IAgencies>().SaveAsync(Given.Roster(), CancellationToken.None);

        await FillAsync(bench, 0, Few);
        var few = await MeasureAsync(bench);
        await FillAsync(bench, Few, Many);
        var many = await MeasureAsync(bench);

        Console.WriteLine($"  {"reports",-28}{Few,12}{Many,12}");
        foreach (var ((name, ofFew), (_, ofMany)) in few.Zip(many)) Console.WriteLine($"  {name,-28}{ofFew,9:0.00} ms{ofMany,9:0.00} ms   ({ofMany / ofFew:0.0} times)");
    }

    private static async Task FillAsync(Bench bench, int from, int to)
    {
        var roster = Given.Roster();
        var sections = Enumerable.Range(1, 20).Select(n => Given.Section($"section {n}", Given.Society, n % 2 == 0 ? Given.Health : Given.Finance)).ToList();

        for (var number = from; number < to; number++)
        {
            var plan = Given.Plan(name: $"bench {number}") with { Sections = sections, DueOn = new DateOnly(2026, 9, 25).AddDays(number % 365) };
            var begun = bench.Get<Chain>().Begin(plan, new(Guid.NewGuid()), Given.Moment(roster, Given.Monday.AddMinutes(number)));
            await bench.Get<IRecord>().StartAsync(begun.Value, CancellationToken.None);
        }
    }

    private static async Task<List<(string Name, double Milliseconds)>> MeasureAsync(Bench bench)
    {
        var views = bench.Get<IViews>();
        var report = Given.Plan(name: "bench 0").Id;
        var late = Given.Monday.AddDays(60);

        return
        [
            ("counts in the head", await MedianAsync(() => views.CountsAsync(Given.Agency, Given.FinanceHead, Given.Monday, CancellationToken.None))),
            ("work", await MedianAsync(() => views.WorkAsync(Given.Agency, Given.FinanceHead, Given.Monday, new(1, 50), CancellationToken.None))),
            ("sent", await MedianAsync(() => views.SentAsync(Given.Agency, Given.FinanceHead, Given.Monday, new(1, 50), CancellationToken.None))),
            ("board", await BoardAsync(new())),
            ("board in one state", await BoardAsync(new(ReportState.InSections))),
            ("board of one unit", await BoardAsync(new(Unit: Given.Finance))),
            ("board of one person", await BoardAsync(new(Person: Given.FinanceHead, At: Given.Monday))),
            ("board of what is late", await BoardAsync(new(LateAt: late))),
            ("board of a month", await BoardAsync(new(From: new(2026, 10, 1), To: new(2026, 10, 31)))),
            ("board of one unit's late", await BoardAsync(new(LateAt: late, Unit: Given.Finance))),
            ("report: sections", await MedianAsync(() => views.SectionsAsync(report, CancellationToken.None))),
            ("report: assignments", await MedianAsync(() => views.AssignmentsAsync(report, CancellationToken.None))),
            ("report: trail", await MedianAsync(() => views.TrailAsync(report, new(), new(1, 20), CancellationToken.None))),
            ("what moved", await MedianAsync(() => views.ChangesAsync(DateTimeOffset.UtcNow, CancellationToken.None))),
        ];

        Task<double> BoardAsync(BoardFilter filter) => MedianAsync(() => views.BoardAsync(Given.Agency, filter, new(1, 25), CancellationToken.None));
    }

    private static async Task<double> MedianAsync(Func<Task> call)
    {
        for (var warm = 0; warm < 20; warm++) await call();

        var times = new List<double>();
        for (var turn = 0; turn < 200; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            await call();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}
