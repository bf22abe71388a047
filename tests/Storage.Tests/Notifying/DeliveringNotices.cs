using System.Text.Json;
using Domain.Reports;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Notifying;

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
            var told = await Stored.Views.NoticesAsync(person, new(), Token);
            Assert.Equal((1, notice.Id, notice.At, Plan.Abstract), (told.Total, told.Rows[0].Id, told.Rows[0].At, told.Rows[0].Abstract));
        }
    }

    [Fact]
    public async Task A_notice_for_nobody_does_not_wait_for_ever()
    {
        await Office.StartAsync(Plan);

        foreach (var notice in await Stored.Notices.WaitingAsync(10, Token)) await Stored.Notices.DeliverAsync(notice, [], Given.Monday, Token);

        Assert.Empty(await Stored.Notices.WaitingAsync(10, Token));
    }

    private static string Written(Notice notice) => JsonSerializer.Serialize(notice);
}

public sealed class DeliveringNoticesInSqlite() : DeliveringNotices(new SqliteDatabase());

public sealed class DeliveringNoticesInPostgres(PostgresServer server) : DeliveringNotices(new PostgresDatabase(server));
