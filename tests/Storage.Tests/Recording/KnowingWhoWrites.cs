using Domain.Reports;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Drafting;

namespace Storage.Tests.Recording;

public abstract class KnowingWhoWrites(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();
    private static readonly TextId Budget = new(Given.Section(Plan.Id, "budget"), null);

    [Fact]
    public async Task Whoever_has_the_text_open_is_known_on_every_node_for_a_minute()
    {
        await Office.StartAsync(Plan);
        var other = OpenAnother();

        Assert.Empty(await Stored.Presence.OpenAsync(Plan.Id, Budget, Given.FinanceHead, At(0), Token));
        Assert.Equal([new OpenBy(Given.FinanceHead, At(0))], await other.Presence.OpenAsync(Plan.Id, Budget, Given.Consolidator, At(59), Token));
        Assert.Equal([new OpenBy(Given.Consolidator, At(59))], await Stored.Presence.OpenAsync(Plan.Id, Budget, Given.FinanceHead, At(60), Token));

        // Another text is none of theirs, and whoever comes to it sweeps up.
        Assert.Empty(await other.Presence.OpenAsync(Plan.Id, Budget with { Unit = Given.Finance }, Given.ViceEconomy, At(119), Token));
        await using var tables = await Stored.TablesAsync();
        Assert.Equal([Given.FinanceHead, Given.ViceEconomy], tables.OpenTexts.OrderBy(row => row.At).Select(row => row.By).ToList());
    }

    [Fact]
    public async Task Of_many_who_open_it_at_once_none_is_turned_away()
    {
        await Office.StartAsync(Plan);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Stored.Presence.OpenAsync(Plan.Id, Budget, Given.FinanceHead, At(0), Token)));

        Assert.Single(await Stored.Presence.OpenAsync(Plan.Id, Budget, Given.Consolidator, At(1), Token));
    }

    private static DateTimeOffset At(int seconds) => Given.Monday.AddSeconds(seconds);
}

public sealed class KnowingWhoWritesInSqlite() : KnowingWhoWrites(new SqliteDatabase());

public sealed class KnowingWhoWritesInPostgres(PostgresServer server) : KnowingWhoWrites(new PostgresDatabase(server));
