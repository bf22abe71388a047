using Domain.Reports;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Viewing;

namespace Storage.Tests.Viewing;

public abstract class KeepingWhatWasRead(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();
    private static readonly SectionId Budget = Given.Section(Plan.Id, "budget");

    [Fact]
    public async Task A_reader_is_told_which_version_they_read_before_the_present_one()
    {
        await Office.StartAsync(Plan);

        Assert.Null((await ReadAsync(1)).Before);
        Assert.Equal((3, 1), await ReadAsync(3) is var read ? (read.Version, read.Before) : default);

        // Opened again, or an older version of it, it stays so.
        Assert.Equal((3, 1), await ReadAsync(3) is var again ? (again.Version, again.Before) : default);
        Assert.Equal((3, 1), await ReadAsync(2) is var older ? (older.Version, older.Before) : default);
        Assert.Null(await OpenAnother().Readings.FindAsync(Plan.Id, Budget, Given.ViceSociety, Token));
    }

    [Fact]
    public async Task Ones_own_version_is_nothing_new()
    {
        await Office.StartAsync(Plan);
        await ReadAsync(1);

        Assert.Equal((2, null), await ReadAsync(2, isOwn: true) is var read ? (read.Version, read.Before) : default);
    }

    [Fact]
    public async Task Of_many_who_open_it_at_once_none_is_turned_away()
    {
        await Office.StartAsync(Plan);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(version => ReadAsync(version)));

        Assert.Equal(8, (await Stored.Readings.FindAsync(Plan.Id, Budget, Given.ViceEconomy, Token))?.Version);
    }

    private Task<Reading> ReadAsync(int number, bool isOwn = false) => new ReadVersionHandler(Stored.Readings, TimeProvider.System).HandleAsync(
        new(Given.ViceEconomy, Plan.Id, Budget, new() { Number = number, Sha256 = Given.Sha256("text"), Length = 4, Hands = isOwn ? [Given.ViceEconomy] : [Given.FinanceHead], At = Given.Monday }), Token);
}

public sealed class KeepingWhatWasReadInSqlite() : KeepingWhatWasRead(new SqliteDatabase());

public sealed class KeepingWhatWasReadInPostgres(PostgresServer server) : KeepingWhatWasRead(new PostgresDatabase(server));
