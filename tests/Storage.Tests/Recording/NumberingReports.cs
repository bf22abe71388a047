using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Tests.Databases;
using TestServers;

namespace Storage.Tests.Recording;

public abstract class NumberingReports(TestDatabase database) : OnADatabase(database)
{
    private const int Year = 2026;

    [Fact]
    public async Task Fifty_reports_issued_at_once_take_fifty_numbers_without_gaps()
    {
        var plans = await SignedAsync(50);
        var other = new Office(OpenAnother());

        var issued = await Task.WhenAll(plans.Select((plan, place) => Task.Run(() => (place % 2 == 0 ? Office : other).IssueAsync(plan.Id))));

        Assert.All(issued, one => Assert.Null(one.Refusal));
        Assert.Equal(Enumerable.Range(1, 50), issued.Select(one => one.Value.Report.Imprint?.Number ?? 0).Order());

        var register = await Stored.Views.RegisterAsync(Given.Agency, Given.Chairman, Given.Monday, Year, new(1, 200), Token);
        Assert.Equal(Enumerable.Range(1, 50).Reverse(), register.Rows.Select(row => row.Number));
        Assert.Equal(plans.Select(plan => plan.Id).ToHashSet(), register.Rows.Select(row => row.Report).ToHashSet());
    }

    [Fact]
    public async Task A_number_that_was_not_kept_is_the_next_ones()
    {
        var plans = await SignedAsync(2);

        await Assert.ThrowsAsync<TimeoutException>(() => Stored.Record.WriteAsync<Report>(plans[0].Id, async (transaction, token) =>
        {
            await transaction.RegisterAsync(Given.Agency, "BC", Year, token);

            throw new TimeoutException();
        }, Token));

        Assert.Equal(1, (await Office.IssueAsync(plans[1].Id)).Value.Report.Imprint?.Number);
        Assert.Equal(2, (await Office.IssueAsync(plans[0].Id)).Value.Report.Imprint?.Number);
    }

    [Fact]
    public async Task A_number_that_does_not_follow_is_not_written()
    {
        var plan = (await SignedAsync(1))[0];

        await Assert.ThrowsAsync<InvalidOperationException>(() => Stored.Record.WriteAsync<Report>(plan.Id, (transaction, _) =>
        {
            transaction.Save(new() { Report = transaction.Report, Number = new(Given.Agency, "BC", Year, 7, plan.Id, "BC-UBND", new(Year, 9, 7), plan.Abstract, "Chủ tịch") });

            return Task.FromResult<Domain.Outcome<Report>>(transaction.Report);
        }, Token));

        Assert.Equal(0, (await Stored.Views.RegisterAsync(Given.Agency, Given.Chairman, Given.Monday, Year, new(), Token)).Total);
    }

    [Fact]
    public async Task A_series_that_was_kept_elsewhere_goes_on_from_its_last_number()
    {
        var plan = (await SignedAsync(1))[0];
        await Stored.Agencies.OpenRegisterAsync(new(Given.Agency, "BC", Year, 1262), Token);

        var issued = await Office.IssueAsync(plan.Id);

        Assert.Equal(1263, issued.Value.Report.Imprint?.Number);
        Assert.Equal("register-in-use", (await Stored.Agencies.OpenRegisterAsync(new(Given.Agency, "BC", Year, 1), Token)).Refusal?.Code);
    }

    [Fact]
    public async Task Each_series_and_year_counts_for_itself_and_knows_its_last_day()
    {
        var plan = (await SignedAsync(1))[0];
        await Office.IssueAsync(plan.Id);

        var read = await Stored.Record.WriteAsync<string>(plan.Id, async (transaction, token) =>
            $"{(await transaction.RegisterAsync(Given.Agency, "BC", Year, token)).Last} {await transaction.LastNumberedOnAsync(Given.Agency, "BC", Year, token):yyyy-MM-dd} "
            + $"{(await transaction.RegisterAsync(Given.Agency, "BC", Year + 1, token)).Last} {await transaction.LastNumberedOnAsync(Given.Agency, "TTr", Year, token):yyyy-MM-dd}", Token);

        Assert.Equal("1 2026-09-07 0 ", read.Value);
    }

    [Fact]
    public async Task A_report_takes_one_number()
    {
        var plan = (await SignedAsync(1))[0];
        await Office.IssueAsync(plan.Id);

        var again = await Office.IssueAsync(plan.Id);

        Assert.Equal("wrong-stage", again.Refusal?.Code);
        await using var tables = await Stored.TablesAsync();
        Assert.Equal(1, await tables.Registers.Select(row => row.Last).SingleAsync(Token));
    }

    private async Task<IReadOnlyList<ReportPlan>> SignedAsync(int count)
    {
        var plans = Enumerable.Range(1, count).Select(number => Given.PlanOf(1, $"report {number}")).ToList();
        foreach (var plan in plans)
        {
            await Office.StartAsync(plan);
            await Office.SubmitAsync(plan.Id, "1", Given.Finance, Given.FinanceHead);
            await Office.ConsolidateAsync(plan.Id, "1");
            await Office.ApproveAsync(plan.Id, "1", Given.ViceEconomy);
            await Office.SignAsync(plan.Id);
        }

        return plans;
    }
}

public sealed class NumberingReportsInSqlite() : NumberingReports(new SqliteDatabase());

public sealed class NumberingReportsInPostgres(PostgresServer server) : NumberingReports(new PostgresDatabase(server));
