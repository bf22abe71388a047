using System.Text.Json;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Notifying;
using Workflows.Recalling;
using Workflows.Viewing;

namespace Storage.Tests.Notifying;

public abstract class DeliveringNotices(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();

    [Fact]
    public async Task What_a_step_tells_waits_oldest_first()
    {
        var step = await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);

        var waiting = await Stored.Notices.WaitingAsync(10, Token);

        Assert.Equal(4, waiting.Count);
        Assert.Equal(step.Notices.OrderBy(notice => notice.Id.ToString()).Select(Written), waiting.Take(3).OrderBy(notice => notice.Id.ToString()).Select(Written));
        Assert.Equal(Given.Section(Plan.Id, "budget"), waiting[3].Section);
        Assert.Equal(waiting.Take(2).Select(notice => notice.Id), (await Stored.Notices.WaitingAsync(2, Token)).Select(notice => notice.Id));
    }

    [Fact]
    public async Task A_notice_delivered_many_times_tells_each_person_once()
    {
        await Office.StartAsync(Plan);
        var notice = (await Stored.Notices.WaitingAsync(1, Token))[0];

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Stored.Notices.DeliverAsync(notice, [Given.FinanceHead, Given.FinanceDrafter, Given.FinanceHead], Given.Monday.AddMinutes(1), Token))));

        Assert.DoesNotContain(await Stored.Notices.WaitingAsync(10, Token), waiting => waiting.Id == notice.Id);
        foreach (var person in new[] { Given.FinanceHead, Given.FinanceDrafter })
        {
            var told = await Stored.Views.NoticesAsync(Given.Agency, person, Given.Monday, false, new(), Token);
            Assert.Equal((1, notice.Id, notice.At, Plan.Abstract), (told.Total, told.Rows[0].Id, told.Rows[0].At, told.Rows[0].Abstract));
        }
    }

    [Fact]
    public async Task Whoever_stands_in_for_somebody_is_told_of_the_work_that_was_handed_over()
    {
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.FinanceHead, Given.Clerk) with { Kinds = [StageKind.Draft] }, Token);
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.FinanceHead, Given.Chairman) with { Kinds = [StageKind.Sign] }, Token);
        await Office.StartAsync(Plan);

        await DispatchAsync();

        Assert.Equal(1, (await ToldAsync(Given.Clerk)).Total);
        Assert.Equal(0, (await ToldAsync(Given.Chairman)).Total);
    }

    [Fact]
    public async Task Whoever_drafts_for_a_unit_is_told_of_what_its_head_is_given()
    {
        await Office.StartAsync(Plan);

        await DispatchAsync();

        Assert.Equal(
            (await ToldAsync(Given.FinanceHead)).Rows.Select(row => (row.Kind, row.Section)),
            (await ToldAsync(Given.FinanceDrafter)).Rows.Select(row => (row.Kind, row.Section)));
        Assert.NotEmpty((await ToldAsync(Given.FinanceDrafter)).Rows);
    }

    [Fact]
    public async Task The_Office_is_told_that_a_report_is_issued_but_not_whoever_issued_it()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.SignAsync(Plan.Id);
        await Office.IssueAsync(Plan.Id);

        await DispatchAsync();

        Assert.Contains((await ToldAsync(Given.Consolidator)).Rows, row => row.Kind == NoticeKind.Issued);
        Assert.Contains((await ToldAsync(Given.Clerk)).Rows, row => row.Kind == NoticeKind.Signed);
        Assert.DoesNotContain((await ToldAsync(Given.Clerk)).Rows, row => row.Kind == NoticeKind.Issued);
    }

    [Fact]
    public async Task Whoever_has_work_in_a_report_is_told_once_that_it_is_stopped_but_not_whoever_stopped_it()
    {
        await Office.StartAsync(Plan);
        await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead);
        await Office.StopAsync(Plan.Id);

        await DispatchAsync();

        foreach (var person in new[] { Given.HealthHead, Given.FarmingHead })
            Assert.Equal([(Plan.Id, (SectionId?)null, (PersonId?)Given.Consolidator)], (await ToldAsync(person)).Rows.Where(row => row.Kind == NoticeKind.Stopped).Select(row => (row.Report, row.Section, row.By)));
        foreach (var person in new[] { Given.FinanceHead, Given.Consolidator, Given.Chairman })
            Assert.DoesNotContain((await ToldAsync(person)).Rows, row => row.Kind == NoticeKind.Stopped);
    }

    [Fact]
    public async Task The_Office_is_told_that_a_document_is_recalled()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.SignAsync(Plan.Id);
        await Office.IssueAsync(Plan.Id);
        Assert.Null((await new RecallReportHandler(Stored.Record, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Given.Monday)).HandleAsync(new(Given.Clerk, Plan.Id, "Sai số liệu"), Token)).Refusal);

        await DispatchAsync();

        Assert.Contains((await ToldAsync(Given.Consolidator)).Rows, row => row.Kind == NoticeKind.Recalled);
        Assert.DoesNotContain((await ToldAsync(Given.Clerk)).Rows, row => row.Kind == NoticeKind.Recalled);
    }

    [Fact]
    public async Task A_notice_for_nobody_does_not_wait_for_ever()
    {
        await Office.StartAsync(Plan);

        foreach (var notice in await Stored.Notices.WaitingAsync(10, Token)) await Stored.Notices.DeliverAsync(notice, [], Given.Monday, Token);

        Assert.Empty(await Stored.Notices.WaitingAsync(10, Token));
    }

    [Fact]
    public async Task What_is_late_is_told_once_and_again_when_more_time_ran_out()
    {
        await Office.StartAsync(Plan);
        foreach (var notice in await Stored.Notices.WaitingAsync(10, Token)) await Stored.Notices.DeliverAsync(notice, [], Given.Monday, Token);
        var later = Given.Monday.AddDays(60);

        Assert.Empty(await Stored.Notices.LateAsync(Given.Monday, 10, Token));
        var late = await Stored.Notices.LateAsync(later, 10, Token);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Stored.Notices.AddAsync(late, Token))));

        Assert.Equal(3, late.Count);
        var waiting = await Stored.Notices.WaitingAsync(10, Token);
        Assert.Equal(late.Select(Notice.Late).Select(Written).Order(), waiting.Select(Written).Order());
        Assert.Empty(await Stored.Notices.LateAsync(later, 10, Token));

        var extended = (await Stored.Views.AssignmentsAsync(Plan.Id, Token)).First(one => one.Section == Given.Section(Plan.Id, "budget"));
        Assert.Null((await Office.ExtendAsync(Plan.Id, "budget", extended, later.AddDays(1))).Refusal);
        Assert.Equal([extended.Id], (await Stored.Notices.LateAsync(later.AddDays(2), 10, Token)).Select(one => one.Id));
    }

    [Fact]
    public async Task A_notice_is_new_until_it_is_read()
    {
        await Office.StartAsync(Plan);
        foreach (var notice in await Stored.Notices.WaitingAsync(10, Token)) await Stored.Notices.DeliverAsync(notice, [Given.FinanceHead, Given.HealthHead], Given.Monday, Token);

        var first = (await Stored.Views.NoticesAsync(Given.Agency, Given.FinanceHead, Given.Monday, true, new(), Token)).Rows[0];
        await Stored.Notices.ReadAsync(Given.FinanceHead, first.Id, Given.Monday.AddMinutes(1), Token);

        Assert.Equal(2, (await Stored.Views.CountsAsync(Given.Agency, Given.FinanceHead, Given.Monday, Token)).Unread);
        Assert.DoesNotContain((await Stored.Views.NoticesAsync(Given.Agency, Given.FinanceHead, Given.Monday, true, new(), Token)).Rows, row => row.Id == first.Id);
        Assert.Equal(Given.Monday.AddMinutes(1), (await Stored.Views.NoticeAsync(Given.Agency, Given.FinanceHead, Given.Monday, first.Id, Token))?.ReadAt);
        Assert.Null((await Stored.Views.NoticeAsync(Given.Agency, Given.HealthHead, Given.Monday, first.Id, Token))?.ReadAt);
        Assert.Null(await Stored.Views.NoticeAsync(Given.Agency, Given.Chairman, Given.Monday, first.Id, Token));

        await Stored.Notices.ReadAsync(Given.FinanceHead, null, Given.Monday.AddMinutes(2), Token);
        Assert.Equal(0, (await Stored.Views.CountsAsync(Given.Agency, Given.FinanceHead, Given.Monday, Token)).Unread);
        Assert.Equal(3, (await Stored.Views.CountsAsync(Given.Agency, Given.HealthHead, Given.Monday, Token)).Unread);
    }

    private Task<int> DispatchAsync() => new Dispatcher(Stored.Notices, Stored.Record, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Given.Monday)).DispatchAsync(Token);

    private Task<Page<NoticeView>> ToldAsync(PersonId person) => Stored.Views.NoticesAsync(Given.Agency, person, Given.Monday, false, new() { Size = 100 }, Token);

    private static string Written(Notice notice) => JsonSerializer.Serialize(notice);
}

public sealed class DeliveringNoticesInSqlite() : DeliveringNotices(new SqliteDatabase());

public sealed class DeliveringNoticesInPostgres(PostgresServer server) : DeliveringNotices(new PostgresDatabase(server));
