using Domain.Calendar;
using Domain.Reports;
using Workflows.Recording;
using Workflows.Tests;
using Workflows.Viewing;

namespace Benchmarks;

/// <summary>What the pages of work, the board and one report ask, with ten reports of twenty sections, and with ten thousand.</summary>
internal static class Views
{
    public static async Task RunAsync()
    {
        Console.WriteLine("Views, median of 200 calls");

        await using var bench = await Bench.StartAsync();
        await bench.Get<IAgencies>().SaveAsync(Given.Roster(), CancellationToken.None);

        await Filling.FillAsync(bench.Services, 0, Filling.Few);
        var few = await MeasureAsync(bench);
        await Filling.FillAsync(bench.Services, Filling.Few, Filling.Many);
        var many = await MeasureAsync(bench);

        Console.WriteLine($"  {"reports",-28}{Filling.Few,12}{Filling.Many,12}");
        foreach (var ((name, ofFew), (_, ofMany)) in few.Zip(many)) Console.WriteLine($"  {name,-28}{ofFew,9:0.00} ms{ofMany,9:0.00} ms   ({ofMany / ofFew:0.0} times)");
    }

    private static async Task<List<(string Name, double Milliseconds)>> MeasureAsync(Bench bench)
    {
        var views = bench.Get<IViews>();
        var report = Filling.First;
        var late = Given.Monday.AddDays(60);

        return
        [
            ("counts in the head", await Bench.MedianAsync(() => views.CountsAsync(Given.Agency, Given.FinanceHead, Given.Monday, CancellationToken.None))),
            ("work", await Bench.MedianAsync(() => views.WorkAsync(Given.Agency, Given.FinanceHead, Given.FinanceHead, Given.Monday, new(1, 50), CancellationToken.None))),
            ("sent", await Bench.MedianAsync(() => views.SentAsync(Given.Agency, Given.FinanceHead, Given.Monday, new(1, 50), CancellationToken.None))),
            ("board", await BoardAsync(new())),
            ("board in one state", await BoardAsync(new(ReportState.InSections))),
            ("board of one unit", await BoardAsync(new(Unit: Given.Finance))),
            ("board of one person", await BoardAsync(new(Person: Given.FinanceHead, At: Given.Monday))),
            ("board of what is late", await BoardAsync(new(LateAt: late))),
            ("board of a month", await BoardAsync(new(From: new(2026, 10, 1), To: new(2026, 10, 31)))),
            ("board of a period", await BoardAsync(new(Period: new(PeriodKind.Month, 2026, 9)))),
            ("board of a unit's period", await BoardAsync(new(Unit: Given.Finance, Period: new(PeriodKind.Month, 2026, 9)))),
            ("board of one unit's late", await BoardAsync(new(LateAt: late, Unit: Given.Finance))),
            ("report: sections", await Bench.MedianAsync(() => views.SectionsAsync(report, CancellationToken.None))),
            ("report: assignments", await Bench.MedianAsync(() => views.AssignmentsAsync(report, CancellationToken.None))),
            ("report: trail", await Bench.MedianAsync(() => views.TrailAsync(report, new(), new(1, 20), CancellationToken.None))),
            ("what moved", await Bench.MedianAsync(() => views.ChangesAsync(DateTimeOffset.UtcNow, CancellationToken.None))),
        ];

        Task<double> BoardAsync(BoardFilter filter) => Bench.MedianAsync(() => views.BoardAsync(Given.Agency, filter, new(1, 25), CancellationToken.None));
    }
}
