using System.Net;
using System.Net.Http.Json;
using Domain.Reports;
using Domain.Routes;
using Faults.Tests;
using Microsoft.Extensions.DependencyInjection;
using Web.SigningIn;
using Workflows.Tests;
using Workflows.Tests.Engine.Conformance;

namespace Workflows.Elsa.Tests;

/// <summary>The product itself, with Elsa built in, killed again and again while several people decide.</summary>
public sealed class WhileTheProcessIsKilled : IDisposable
{
    private const int Reports = 8;
    private const string Password = "mat-khau-cua-tong-hop";

    private const int Rounds = 4;

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("approval-elsa-kills-");
    private readonly Random random = new(20260918);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_decision_is_lost_and_no_report_is_stuck()
    {
        var plans = Enumerable.Range(0, Reports).Select(number => Given.Plan(name: $"report {number}")).ToList();
        await using (var running = await StartAsync())
        {
            await OpenAccountAsync(running.Services);
            foreach (var plan in plans)
            {
                await running.StartReportAsync(plan);
                Assert.Null((await running.SubmitAsync(plan.Id, "budget", Given.Finance, Given.FinanceHead)).Refusal);
            }
        }

        var acknowledged = 0;
        var unanswered = 0;
        var rebuilt = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var served = await Served.StartAsync(data.FullName, Cancelled);
            await served.SignInAsync($"{Given.Consolidator.Value:n}@example.vn", Password, Cancelled);
            using var stop = new CancellationTokenSource();
            var clients = plans.Chunk(2).Select(own => DecideAsync(served, [.. own.Select(plan => plan.Id)], stop.Token)).ToList();
            await Task.Delay(random.Next(1500, 4500), Cancelled);
            await served.KillAsync();
            await stop.CancelAsync();

            foreach (var (answered, lost) in await Task.WhenAll(clients)) (acknowledged, unanswered) = (acknowledged + answered, unanswered + lost);

            // The one that follows first brings both sides together again.
            await using var next = await StartAsync();
            rebuilt += next.Entries.Count;
            foreach (var plan in plans) Assert.Equal($"{await next.RecordHasAsync(plan.Id)}", $"{await next.EngineHasAsync(plan.Id)}");
        }

        Assert.True(unanswered > 0, "Nothing was in flight when the process died, so nothing was tried.");

        await using var last = await StartAsync();
        foreach (var plan in plans)
        {
            if ((await last.SectionAsync(plan.Id, "budget")).Current?.Key.Value == "consolidate") Assert.Null((await last.PassAsync(plan.Id, "budget")).Refusal);
            Assert.Null((await last.ApproveAsync(plan.Id, "budget", Given.ViceEconomy)).Refusal);
        }

        await last.FollowAsync();
        foreach (var plan in plans) Assert.Null((await last.EngineHasAsync(plan.Id))?.Sections[new(Given.Id("budget"))]);
        Assert.Empty(last.Entries);

        TestContext.Current.TestOutputHelper?.WriteLine($"{Rounds} rounds: {acknowledged} decisions answered, {unanswered} in flight, {rebuilt} instances rebuilt, none stuck.");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Delete(recursive: true);
    }

    private Task<Running> StartAsync() => Running.StartAsync(
        new() { ConnectionString = $"Data Source={Path.Combine(data.FullName, "approval.db")}", Blobs = new() { Folder = Path.Combine(data.FullName, "blobs") } },
        services => services
            .AddElsaEngine(new() { ConnectionString = $"Data Source={Path.Combine(data.FullName, "elsa.db")}", Locks = Path.Combine(data.FullName, "elsa-locks") })
            .AddAccounts(new()));

    /// <summary>Passes sections on and takes them back, until nobody answers any more.</summary>
    private static async Task<(int Answered, int Lost)> DecideAsync(Served served, IReadOnlyList<ReportId> reports, CancellationToken stop)
    {
        var answered = 0;

        for (var turn = 0; ; turn++)
        {
            var section = $"/api/reports/{reports[turn % reports.Count].Value}/sections/{Given.Id("budget")}";
            var id = new DecisionId(Guid.NewGuid());

            try
            {
                // Where it was when the process died is not known, so one of the two is refused.
                using var passed = await served.Client.PostAsJsonAsync($"{section}/submissions", new { id, version = 1 }, stop);
                if (passed.StatusCode == HttpStatusCode.Conflict)
                {
                    using var taken = await served.Client.PostAsJsonAsync($"{section}/withdrawals", new { id = new DecisionId(Guid.NewGuid()) }, stop);
                    Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
                }
                else
                {
                    Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
                }

                answered++;
                // As people decide: more than Elsa follows meanwhile would only make the next start wait.
                await Task.Delay(TimeSpan.FromMilliseconds(500), stop);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                return (answered, 1);
            }
        }
    }

    private static async Task OpenAccountAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var consolidator = Given.Roster().Find(Given.Consolidator) ?? throw new InvalidOperationException("The cast has no consolidator.");
        Assert.True((await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(consolidator, Password)).Succeeded);
    }
}
