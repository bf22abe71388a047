using Domain.Reports;
using Domain.Trail;
using Microsoft.EntityFrameworkCore;
using Storage.Tests.Databases;
using TestServers;

namespace Storage.Tests.Verifying;

public abstract class ReadingTheRecord(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();

    [Fact]
    public async Task Every_report_is_read()
    {
        var plans = Enumerable.Range(1, 3).Select(number => Given.Plan($"report {number}")).ToList();
        foreach (var plan in plans) await Office.StartAsync(plan);

        var read = new HashSet<ReportId>();
        await foreach (var report in Stored.Reader.ReportsAsync(Token)) read.Add(report);

        Assert.Equal(plans.Select(plan => plan.Id).ToHashSet(), read);
    }

    [Fact]
    public async Task Every_blob_that_a_report_names_is_read()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.SignAsync(Plan.Id);
        var issued = await Office.IssueAsync(Plan.Id);

        var named = new HashSet<string>();
        await foreach (var blob in Stored.Reader.BlobsAsync(Plan.Id, Token)) named.Add(blob.Sha256);

        Assert.Superset(
            new HashSet<string> { Given.Sha256("last"), Given.Sha256("Nội dung"), Given.Sha256("pdf"), Given.Sha256("docx"), Given.Sha256("issued pdf"), Given.Sha256("issued docx"), issued.Value.Report.Own.Text?.Sha256 ?? "" },
            named);
    }

    [Fact]
    public async Task An_entry_that_was_changed_is_noticed()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await using var tables = await Stored.TablesAsync();

        await tables.Entries.Where(row => row.Number == 3).ExecuteUpdateAsync(row => row.SetProperty(one => one.By, Given.Administrator), Token);

        Assert.Equal([3], await BrokenAsync());
    }

    [Fact]
    public async Task An_entry_that_is_missing_is_noticed_also_at_the_end()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await using var tables = await Stored.TablesAsync();
        var last = await tables.Entries.MaxAsync(row => row.Number, Token);

        await tables.Entries.Where(row => row.Number == last).ExecuteDeleteAsync(Token);

        Assert.Equal([last], await BrokenAsync());
    }

    /// <summary>The numbers of the entries at which the trail does not hold.</summary>
    private async Task<IReadOnlyList<int>> BrokenAsync()
    {
        var broken = new List<int>();
        var end = TrailHead.Empty;
        await foreach (var entry in Stored.Reader.EntriesAsync(Plan.Id, Token))
        {
            if (!end.Continues(entry)) broken.Add(entry.Number);

            end = TrailHead.EndingWith(entry);
        }

        if (await Stored.Reader.TrailHeadAsync(Plan.Id, Token) != end) broken.Add(end.Count + 1);

        return broken;
    }
}

public sealed class ReadingTheRecordInSqlite() : ReadingTheRecord(new SqliteDatabase());

public sealed class ReadingTheRecordInPostgres(PostgresServer server) : ReadingTheRecord(new PostgresDatabase(server));
