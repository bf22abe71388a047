using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Web.Tests;

/// <summary>What a page costs: questions to the database, which must not be more where there is more to show, and kilobytes on the wire.</summary>
public sealed partial class OpeningPages(Office office)
{
    private const int MostKilobytes = 150;

    private static readonly string[] Lists =
    [
        "/", "/?view=sent", "/reports", "/reports?late=true", $"/reports?unit={Given.Finance.Value}", $"/reports?person={Given.FinanceHead.Value}", "/reports?period=2026-09", "/wall", "/notices", "/register",
        "/search?q=ngan+sach", "/templates", "/routes", "/start", "/people", "/units", "/fields", "/delegations", "/calendar", "/agency", "/me", "/help",
    ];

    [Fact]
    public async Task No_page_asks_the_database_more_often_where_there_is_more_to_show()
    {
        await using var own = new Office();
        await own.InitializeAsync();
        using var questions = new Questions();
        var first = await (await RunningReport.StartAsync(own)).ToReviewAsync();
        string[] pages = [.. Lists, PageOf(first.Address), PageOf(first.Budget)];

        var before = await CountAsync();
        for (var more = 0; more < 12; more++) await (await RunningReport.StartAsync(own)).ToReviewAsync();
        for (var round = 0; round < 4; round++) await ReturnAndComeBackAsync(first, round);
        var after = await CountAsync();

        Assert.All(before.Values, count => Assert.NotEqual(0, count));
        Assert.Equal([], pages.Where(page => after[page] > before[page]).Select(page => $"{page}: {before[page]} questions, then {after[page]}"));

        async Task<Dictionary<string, int>> CountAsync()
        {
            var counts = new Dictionary<string, int>();
            foreach (var who in new[] { Given.Administrator, Given.Consolidator, Given.Vice, Given.FinanceHead })
            {
                var caller = await own.AsAsync(who);
                foreach (var page in pages)
                {
                    // The first time fills what is kept in memory.
                    await caller.GetAsync(page);
                    var trace = ActivityTraceId.CreateRandom();
                    var opened = await caller.GetAsync(page, ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"));
                    if (opened.Status == HttpStatusCode.OK) counts[page] = Math.Max(counts.GetValueOrDefault(page), questions.Of(trace));
                }
            }

            return counts;
        }

        async Task ReturnAndComeBackAsync(RunningReport report, int round)
        {
            var (vice, drafter, thread) = (await own.AsAsync(Given.Vice), await own.AsAsync(Given.FinanceDrafter), Guid.NewGuid());
            (await vice.PostAsync($"{report.Budget}/returns", new { id = Guid.NewGuid(), version = round + 1, to = "draft", remarks = new[] { new { thread, text = "Bổ sung số liệu." } } })).Ok();
            await report.WriteAsync(Given.FinanceDrafter, report.Budget, Given.Finance, $"Thu ngân sách đạt 1.25{round} tỷ đồng.");
            (await drafter.PostAsync($"{report.Budget}/threads/{thread}/answers", new { id = Guid.NewGuid(), kind = "accept" })).Ok();
            (await report.SubmitAsync(Given.FinanceHead, report.Budget, Given.Finance)).Ok();
            (await report.ActAsync(Given.Consolidator, $"{report.Budget}/submissions", round + 2)).Ok();
        }
    }

    [Fact]
    public async Task Every_page_but_the_editor_loads_less_than_150_kilobytes_of_script_and_style()
    {
        var report = await (await RunningReport.StartAsync(office)).ToReviewAsync();
        var weights = new ConcurrentDictionary<string, int>();
        var heavy = new List<string>();

        foreach (var who in new[] { Given.Administrator, Given.Consolidator, Given.Vice, Given.Chairman })
        {
            var caller = await office.AsAsync(who);
            foreach (var page in (string[])[.. Lists, PageOf(report.Address), PageOf(report.Budget), $"{PageOf(report.Society)}/consolidate", $"/templates/{Given.Template.Value}", $"/routes/{Given.Route.Value}"])
            {
                var opened = await caller.GetAsync(page);
                if (opened.Status != HttpStatusCode.OK) continue;

                var loaded = Loaded().Matches(opened.Text).Select(match => match.Groups[1].Value).Distinct().ToList();
                Assert.NotEmpty(loaded);
                var weight = 0;
                foreach (var file in loaded) weight += await WeightAsync(caller, file);
                if (weight > MostKilobytes * 1024) heavy.Add($"{page}: {weight} bytes");
            }
        }

        Assert.Equal([], heavy);

        // As it goes over the wire.
        async Task<int> WeightAsync(Caller caller, string file)
        {
            if (weights.TryGetValue(file, out var known)) return known;

            var packed = await caller.GetAsync(file, ("Accept-Encoding", "gzip"));
            Assert.Equal((HttpStatusCode.OK, "gzip"), (packed.Status, Assert.Single(packed.ContentHeaders.ContentEncoding)));

            return weights[file] = packed.Bytes.Length;
        }
    }

    private static string PageOf(string door) => door["/api".Length..];

    [GeneratedRegex("""(?:<link rel="stylesheet" href|<script type="module" src)="([^"]+)""")]
    private static partial Regex Loaded();

    /// <summary>Counts what each request asks the database: EF Core tells of every command, and the request's trace says whose it is.</summary>
    private sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentDictionary<ActivityTraceId, int> counts = new();
        private readonly ConcurrentBag<IDisposable> subscriptions = [];
        private readonly ActivityListener requests = new()
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllData,
        };

        public Questions()
        {
            ActivitySource.AddActivityListener(requests);
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Of(ActivityTraceId trace) => counts.GetValueOrDefault(trace);

        public void OnNext(DiagnosticListener value)
        {
            ArgumentNullException.ThrowIfNull(value);

            if (value.Name == "Microsoft.EntityFrameworkCore") subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting" && Activity.Current is { } request) counts.AddOrUpdate(request.TraceId, 1, (_, count) => count + 1);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in subscriptions) subscription.Dispose();
            requests.Dispose();
        }
    }
}
