using Domain;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Tests.Databases;
using TestServers;

namespace Storage.Tests.Recording;

public abstract class KeepingAWorkingCopy(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();
    private static readonly TextId Of = new(Given.Section(Plan.Id, "budget"), Given.Finance);

    public static TheoryData<string> Texts => ["", "Thu ngân sách đạt 𝟗𝟖,𝟓% 🌾 — “ổn định”\n\ttab", new string('ạ', WorkingCopy.MaxLength / 3), "\u0301 dấu rời"];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_comes_back_as_it_was_written(string text)
    {
        await Office.StartAsync(Plan);
        await SaveAsync("trước", 0);

        var saved = await SaveAsync(text, 1);

        var read = await OpenAnother().Record.WorkingCopyAsync(Plan.Id, Of, Token);
        Assert.Equal(saved.Value.Text, read?.Text);
        Assert.Equal((2, Given.Monday), (read?.Revision, read?.SavedAt));
        Assert.Equal([Given.FinanceDrafter], read?.Writers);
    }

    [Fact]
    public async Task Nobody_has_written_yet()
    {
        await Office.StartAsync(Plan);

        Assert.Null(await Stored.Record.WorkingCopyAsync(Plan.Id, Of, Token));
    }

    [Fact]
    public async Task Of_many_who_save_on_one_revision_one_is_kept()
    {
        await Office.StartAsync(Plan);

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => SaveAsync($"bản {number}", 0))));

        Assert.Single(saved, one => !one.IsRefused);
        Assert.All(saved.Where(one => one.IsRefused), one => Assert.Equal("changed-meanwhile", one.Refusal?.Code));
    }

    [Fact]
    public async Task Saving_does_not_touch_the_report()
    {
        await Office.StartAsync(Plan);
        await using var tables = await Stored.TablesAsync();
        var before = await tables.Reports.Select(row => row.TrailCount).SingleAsync(Token);

        await SaveAsync("một", 0);

        Assert.Equal(before, await tables.Reports.Select(row => row.TrailCount).SingleAsync(Token));
        Assert.Equal(1, await tables.WorkingCopies.CountAsync(Token));
    }

    private Task<Outcome<WorkingCopy>> SaveAsync(string text, int onRevision) =>
        Stored.Record.WriteAsync<WorkingCopy>(Plan.Id, async (transaction, token) =>
        {
            var copy = await transaction.WorkingCopyAsync(Of, token) ?? new() { Report = Plan.Id, Of = Of };
            var saved = copy.Save(text, Given.FinanceDrafter, onRevision, Given.Monday);
            if (!saved.IsRefused) transaction.Save(new() { Report = transaction.Report, WorkingCopies = [saved.Value] });

            return saved;
        }, Token);
}

public sealed class KeepingAWorkingCopyInSqlite() : KeepingAWorkingCopy(new SqliteDatabase());

public sealed class KeepingAWorkingCopyInPostgres(PostgresServer server) : KeepingAWorkingCopy(new PostgresDatabase(server));
