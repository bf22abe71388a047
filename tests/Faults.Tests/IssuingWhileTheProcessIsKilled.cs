using System.Net;
using System.Net.Http.Json;
using Documents;
using Domain.Reports;
using Domain.Routes;
using Microsoft.Extensions.DependencyInjection;
using Storage;
using Web.SigningIn;
using Workflows;
using Workflows.Approving;
using Workflows.Drafting;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Signing;
using Workflows.Submitting;
using Workflows.Tests;
using Workflows.Viewing;

namespace Faults.Tests;

public sealed class IssuingWhileTheProcessIsKilled : IDisposable
{
    private const int Reports = 50;
    private const string Password = "mat-khau-cua-van-thu";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("approval-faults-");
    private readonly Random random = new(20260918);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_reports_get_fifty_numbers_without_a_gap_and_each_has_its_document()
    {
        await using var services = Services();
        await services.MigrateStorageAsync(Cancelled);
        await services.GetRequiredService<IAgencies>().SaveAsync(Given.Roster(), Cancelled);
        await OpenAccountAsync(services);
        var signed = new List<ReportId>();
        for (var number = 0; number < Reports; number++) signed.Add(await SignedAsync(services, number));

        // All are sent at once, and again and again under the same ids, while the process is killed under them.
        var killed = 0;
        for (var round = 0; round < 3; round++)
        {
            await using var served = await Served.StartAsync(data.FullName, Cancelled);
            await served.SignInAsync(EmailOf(Given.Clerk.Value), Password, Cancelled);
            var sent = signed.Select(report => IssueAsync(served, report)).ToList();
            await Task.Delay(random.Next(400, 2500), Cancelled);
            await served.KillAsync();
            var answers = await Task.WhenAll(sent);
            killed += answers.Count(answer => answer is null);
        }

        Assert.True(killed > 0, "Nothing was in flight when the process died, so nothing was tried.");

        await using (var served = await Served.StartAsync(data.FullName, Cancelled))
        {
            await served.SignInAsync(EmailOf(Given.Clerk.Value), Password, Cancelled);
            var answers = await Task.WhenAll(signed.Select(report => IssueAsync(served, report)));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        }

        var year = DateTime.UtcNow.AddHours(7).Year;
        var register = await services.GetRequiredService<IViews>().RegisterAsync(Given.Agency, Given.Chairman, Given.Monday, year, new(1, Paging.MaxSize), Cancelled);
        Assert.Equal(Enumerable.Range(1, Reports), register.Rows.Select(entry => entry.Number).Order());
        Assert.Equal(signed.ToHashSet(), register.Rows.Select(entry => entry.Report).ToHashSet());

        var (code, said) = await Served.VerifyAsync(data.FullName, Cancelled);
        Assert.True(code == 0, said);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Delete(recursive: true);
    }

    /// <returns>Null where the answer never came.</returns>
    private static async Task<HttpStatusCode?> IssueAsync(Served served, ReportId report)
    {
        try
        {
            using var answer = await served.Client.PostAsJsonAsync($"/api/reports/{report.Value}/issues", new { id = Given.Id($"issue {report}"), version = 1 }, Cancelled);

            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<ReportId> SignedAsync(ServiceProvider services, int number)
    {
        var plan = Given.Plan(name: $"report {number}") with { Sections = [Given.Section("budget", Given.Economy, Given.Finance)] };
        var section = plan.Sections[0].Id;
        var begun = services.GetRequiredService<Chain>().Begin(plan, new(Given.Id($"start {number}")), Given.Moment(Given.Roster()));
        await services.GetRequiredService<IRecord>().StartAsync(begun.Value, Cancelled);

        DecisionId Id(string act) => new(Given.Id($"{act} {number}"));
        Assert.False((await services.GetRequiredService<SaveWorkingCopyHandler>().HandleAsync(new(Given.FinanceHead, plan.Id, section, Given.Finance, "Thu đạt 98,51%.", 0), Cancelled)).IsRefused);
        Assert.False((await services.GetRequiredService<SubmitContributionHandler>().HandleAsync(new(Id("submit"), Given.FinanceHead, plan.Id, section, Given.Finance, 1), Cancelled)).IsRefused);
        Assert.False((await services.GetRequiredService<SubmitSectionHandler>().HandleAsync(new(Id("pass"), Given.Consolidator, plan.Id, section, 1), Cancelled)).IsRefused);
        Assert.False((await services.GetRequiredService<ApproveSectionHandler>().HandleAsync(new(Id("approve"), Given.ViceEconomy, plan.Id, section, 1), Cancelled)).IsRefused);
        Assert.False((await services.GetRequiredService<SignReportHandler>().HandleAsync(new(Id("sign"), Given.Chairman, plan.Id, 1), Cancelled)).IsRefused);

        return plan.Id;
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddWorkflows()
        .AddDocuments()
        .AddStorage(new()
        {
            Provider = StorageProvider.Sqlite,
            ConnectionString = $"Data Source={Path.Combine(data.FullName, "approval.db")}",
            Blobs = new() { Folder = Path.Combine(data.FullName, "blobs") },
        })
        .AddAccounts(new())
        .BuildServiceProvider();

    private static async Task OpenAccountAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var clerk = Given.Roster().Find(Given.Clerk) ?? throw new InvalidOperationException("The cast has no clerk.");
        Assert.True((await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(clerk, Password)).Succeeded);
    }

    private static string EmailOf(Guid person) => $"{person:n}@example.vn";
}
