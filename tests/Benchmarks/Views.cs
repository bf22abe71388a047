using System.Diagnostics;
using Domain.Reports;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Tests;
using Workflows.Viewing;

namespace Benchmarks;

/// <summary>The inbox and the board with ten reports of twenty sections, and with ten thousand.</summary>
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
        var (workOfFew, boardOfFew) = await MeasureAsync(bench);
        Console.WriteLine($"  {Few,6} reports   work {workOfFew:0.00} ms   board {boardOfFew:0.00} ms");

        await FillAsync(bench, Few, Many);
        var (workOfMany, boardOfMany) = await MeasureAsync(bench);
        Console.WriteLine($"  {Many,6} reports   work {workOfMany:0.00} ms   board {boardOfMany:0.00} ms   ({workOfMany / workOfFew:0.0} and {boardOfMany / boardOfFew:0.0} times)");
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

    private static async Task<(double Work, double Board)> MeasureAsync(Bench bench)
    {
        var views = bench.Get<IViews>();

        return (
            await MedianAsync(() => views.WorkAsync(Given.Agency, Given.FinanceHead, Given.Monday, new(1, 50), CancellationToken.None)),
            await MedianAsync(() => views.BoardAsync(Given.Agency, new(ReportState.InSections), new(1, 50), CancellationToken.None)));
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
