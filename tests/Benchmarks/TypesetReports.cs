using System.Diagnostics;
using Web.Demo;
using Workflows.Recording;
using Workflows.Typesetting;

namespace Benchmarks;

/// <summary>The demo's report as DOCX and PDF, warm.</summary>
internal static class TypesetReports
{
    public static async Task RunAsync()
    {
        await using var bench = await Bench.StartAsync(services => services.AddDemo(new(DateTimeOffset.UnixEpoch)));
        var story = bench.Get<DemoStory>();
        await story.PrepareAsync(CancellationToken.None);
        await story.PlayAsync(CancellationToken.None);

        var report = await bench.Get<IRecord>().ReportAsync(DemoStory.Report, CancellationToken.None) ?? throw new InvalidOperationException("The demo has no report.");
        var roster = await bench.Get<IRecord>().RosterAsync(report.Plan.Agency, CancellationToken.None) ?? throw new InvalidOperationException("The demo has no agency.");
        var manuscript = await bench.Get<ReportManuscripts>().CollectAsync(
            report, roster.Agency, new DateOnly(2026, 9, 18), 1848, new Domain.Reports.SignatureBlock(report.Signature?.Lines ?? [], report.Signature?.Name ?? "", true), CancellationToken.None);
        var typesetter = bench.Get<ITypesetter>();

        var times = new List<double>();
        var pages = 0;
        for (var turn = 0; turn < 25; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            pages = (await typesetter.TypesetAsync(manuscript, CancellationToken.None)).Value.Pages;
            if (turn >= 5) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"DOCX and PDF of the demo's report, {pages} pages, warm: median {times[times.Count / 2]:0} ms, fastest {times[0]:0} ms, slowest {times[^1]:0} ms");
    }
}
