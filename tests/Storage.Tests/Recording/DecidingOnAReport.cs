using System.Text.Json;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Deciding;

namespace Storage.Tests.Recording;

public abstract class DecidingOnAReport(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();

    [Fact]
    public async Task A_started_report_is_read_back_as_it_was()
    {
        var step = await Office.StartAsync(Plan);

        var read = OpenAnother();

        AssertSame(step.Report, await read.Record.ReportAsync(Plan.Id, Token));
        foreach (var section in step.Sections)
            AssertSame(section, await read.Record.SectionAsync(Plan.Id, section.Section ?? default, Token));
    }

    [Fact]
    public async Task A_report_starts_once()
    {
        await Office.StartAsync(Plan);

        var again = await Office.TryStartAsync(Plan);

        Assert.Equal("report-id-taken", again.Refusal?.Code);
    }

    [Fact]
    public async Task An_unknown_report_is_refused()
    {
        var refusal = (await Office.ApproveAsync(Plan.Id, "budget", Given.ViceEconomy)).Refusal;

        Assert.Equal(DeskRefusals.NoSuchReport, refusal);
        Assert.Null(await Stored.Record.ReportAsync(Plan.Id, Token));
        Assert.Null(await Stored.Record.SectionAsync(Plan.Id, Given.Section(Plan.Id, "budget"), Token));
    }

    [Fact]
    public async Task A_report_goes_through_the_whole_chain()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);

        var signed = await Office.SignAsync(Plan.Id);
        var issued = await Office.IssueAsync(Plan.Id);

        Assert.Null(signed.Refusal);
        var read = OpenAnother();
        var report = await read.Record.ReportAsync(Plan.Id, Token);
        AssertSame(issued.Value.Report, report);
        Assert.Equal(ReportState.Issued, report?.State);
        await AssertTrailHoldsAsync(read, Plan.Id);
    }

    [Fact]
    public async Task A_stopped_report_is_nobodys_work_any_more_and_keeps_where_it_stood()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);

        var stopped = await Office.StopAsync(Plan.Id);

        Assert.Null(stopped.Refusal);
        var read = OpenAnother();
        AssertSame(stopped.Value.Report, await read.Record.ReportAsync(Plan.Id, Token));
        Assert.Empty(await read.Views.AssignmentsAsync(Plan.Id, Token));
        foreach (var person in new[] { Given.FinanceHead, Given.HealthHead, Given.FarmingHead, Given.Consolidator })
            Assert.Equal(0, (await read.Views.CountsAsync(Given.Agency, person, Office.Now, Token)).Waiting);
        Assert.Equal(new StageKey("consolidate"), (await read.Views.SectionsAsync(Plan.Id, Token)).Single(section => section.Id == Given.Section(Plan.Id, "budget")).Stage);
        var sent = await read.Views.SentAsync(Given.Agency, Given.Consolidator, Office.Now, new(), Token);
        Assert.Equal((Act.Stop, null, ReportState.Stopped), (sent.Rows[0].Act, sent.Rows[0].Section, sent.Rows[0].State));
        await AssertTrailHoldsAsync(read, Plan.Id);

        Assert.Equal("stopped", (await Office.SubmitAsync(Plan.Id, "clinics", Given.Health, Given.HealthHead)).Refusal?.Code);
        Assert.Equal("stopped", (await Office.StopAsync(Plan.Id)).Refusal?.Code);
    }

    [Fact]
    public async Task Each_decision_leaves_what_the_rules_computed()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.ConsolidateAsync(Plan.Id, "budget");

        var returned = await Office.ReturnAsync(Plan.Id, "budget", Given.ViceEconomy, "draft", "Thiếu số liệu quý III");

        AssertSame(returned.Value.Section, await OpenAnother().Record.SectionAsync(Plan.Id, Given.Section(Plan.Id, "budget"), Token));
    }

    [Fact]
    public async Task What_was_withdrawn_is_nobodys_work_any_more()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);

        var withdrawn = await Office.WithdrawAsync(Plan.Id, "budget", Given.FinanceHead);

        Assert.Null(withdrawn.Refusal);
        var open = (await Stored.Views.AssignmentsAsync(Plan.Id, Token)).Where(assignment => assignment.Section == Given.Section(Plan.Id, "budget"));
        Assert.Equal([new StageKey("draft")], open.Select(assignment => assignment.Stage));
    }

    [Fact]
    public async Task A_refused_decision_leaves_no_trace()
    {
        await Office.StartAsync(Plan);
        var before = await RowsAsync();

        var refused = await Office.ApproveAsync(Plan.Id, "budget", Given.ViceEconomy);

        Assert.Equal("wrong-stage", refused.Refusal?.Code);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task An_act_that_fails_leaves_no_trace()
    {
        await Office.StartAsync(Plan);
        var before = await RowsAsync();

        await Assert.ThrowsAsync<TimeoutException>(() => Stored.Record.WriteAsync<Report>(Plan.Id, (transaction, _) =>
        {
            transaction.Save(new() { Report = transaction.Report with { Recipients = ["Khác"] } });

            throw new TimeoutException();
        }, Token));

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task The_same_decision_twice_has_one_effect()
    {
        await Office.StartAsync(Plan);
        var id = new DecisionId(Guid.NewGuid());
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead, id: id);
        var before = await RowsAsync();

        var again = await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead, id: id);
        var another = await Office.SubmitAsync(Plan.Id, "clinics", Given.Health, Given.HealthHead, id: id);

        Assert.Equal(id, again.Value.Decision.Id);
        Assert.Equal(DeskRefusals.DecisionIdTaken, another.Refusal);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_decision_sent_many_times_at_once_has_one_effect()
    {
        await Office.StartAsync(Plan);
        var id = new DecisionId(Guid.NewGuid());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead, id: id))));

        Assert.All(answers, answer => Assert.Equal(id, answer.Value.Decision.Id));
        await using var tables = await Stored.TablesAsync();
        Assert.Equal(1, await tables.Decisions.CountAsync(Token));
    }

    [Fact]
    public async Task One_decision_id_serves_one_report_also_when_two_ask_at_once()
    {
        var plans = Enumerable.Range(0, 8).Select(number => Given.Plan($"report {number}")).ToList();
        foreach (var plan in plans) await Office.StartAsync(plan);
        var id = new DecisionId(Guid.NewGuid());

        var answers = await Task.WhenAll(plans.Select(plan => Task.Run(() => Office.SubmitAsync(plan.Id, "budget", Given.Finance, Given.FinanceHead, id: id))));

        Assert.Single(answers, answer => !answer.IsRefused);
        Assert.All(answers.Where(answer => answer.IsRefused), answer => Assert.Equal(DeskRefusals.DecisionIdTaken, answer.Refusal));
    }

    [Fact]
    public async Task Those_who_write_to_one_report_at_once_come_one_after_the_other()
    {
        var plan = Given.PlanOf(12, "busy");
        await Office.StartAsync(plan);
        var other = new Office(OpenAnother());

        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(number =>
            Task.Run(() => (number % 2 == 0 ? Office : other).SubmitAsync(plan.Id, $"{number}", Given.Finance, Given.FinanceHead))));

        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        foreach (var section in plan.Leaves)
            Assert.Equal("consolidate", (await Stored.Record.SectionAsync(plan.Id, section.Id, Token))?.Current?.Key.Value);
        await AssertTrailHoldsAsync(Stored, plan.Id);
    }

    [Fact]
    public async Task A_comment_id_that_is_taken_is_refused_in_any_report()
    {
        var other = Given.Plan("other");
        foreach (var plan in new[] { Plan, other })
        {
            await Office.StartAsync(plan);
            await Office.SubmitAsync(plan.Id, "budget", Given.Finance, Given.FinanceHead);
        }

        var thread = new ThreadId(Guid.NewGuid());
        await Office.ReturnAsync(Plan.Id, "budget", Given.Consolidator, "draft", "Thiếu số liệu", thread);
        var before = await RowsAsync();

        var refused = await Office.ReturnAsync(other.Id, "budget", Given.Consolidator, "draft", "Thiếu số liệu", thread);

        Assert.Equal("comment-id-taken", refused.Refusal?.Code);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_version_is_found_by_its_number()
    {
        await Office.StartAsync(Plan);
        var submitted = await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        var section = Given.Section(Plan.Id, "budget");

        AssertSame(submitted.Value.Section?.Text, await Stored.Record.VersionAsync(Plan.Id, new(section, null), 1, Token));
        AssertSame(submitted.Value.Section?.ContributionOf(Given.Finance)?.Text, await Stored.Record.VersionAsync(Plan.Id, new(section, Given.Finance), 1, Token));
        Assert.Null(await Stored.Record.VersionAsync(Plan.Id, new(section, null), 2, Token));
    }

    private static async Task AssertTrailHoldsAsync(Stored stored, ReportId report)
    {
        var end = TrailHead.Empty;
        await foreach (var entry in stored.Reader.EntriesAsync(report, Token))
        {
            Assert.True(end.Continues(entry), $"Entry {entry.Number} does not continue {end.Count}.");
            end = TrailHead.EndingWith(entry);
        }

        Assert.Equal(await stored.Reader.TrailHeadAsync(report, Token), end);
    }

    private static void AssertSame<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

    private async Task<IReadOnlyList<int>> RowsAsync()
    {
        await using var tables = await Stored.TablesAsync();

        return
        [
            await tables.Assignments.CountAsync(Token),
            await tables.Assignments.CountAsync(row => row.ClosedAt == null, Token),
            await tables.Decisions.CountAsync(Token),
            await tables.Versions.CountAsync(Token),
            await tables.Comments.CountAsync(Token),
            await tables.Entries.CountAsync(Token),
            await tables.Notices.CountAsync(Token),
            await tables.Numbers.CountAsync(Token),
            await tables.Reports.SumAsync(row => row.TrailCount, Token),
        ];
    }
}

public sealed class DecidingOnAReportInSqlite() : DecidingOnAReport(new SqliteDatabase());

public sealed class DecidingOnAReportInPostgres(PostgresServer server) : DecidingOnAReport(new PostgresDatabase(server));
