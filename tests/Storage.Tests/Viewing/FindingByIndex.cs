using System.Text.RegularExpressions;
using Domain.Calendar;
using Domain.Reports;
using Domain.Routes;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Viewing;

namespace Storage.Tests.Viewing;

/// <summary>No view reads a table that grows from one end to the other.</summary>
public abstract partial class FindingByIndex(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();

    private static readonly Dictionary<string, Func<IViews, Task>> views = new()
    {
        ["work"] = views => views.WorkAsync(Given.Agency, Given.FinanceHead, Given.FinanceHead, Given.Monday, new(), Token),
        ["work of a leader"] = views => views.WorkAsync(Given.Agency, Given.FinanceHead, Given.FarmingDrafter, Given.Monday, new(), Token),
        ["sent"] = views => views.SentAsync(Given.Agency, Given.FinanceHead, Given.Monday, new(), Token),
        ["board"] = views => views.BoardAsync(Given.Agency, new(), new(), Token),
        ["board in one state"] = views => views.BoardAsync(Given.Agency, new(ReportState.Complete), new(), Token),
        ["board of late reports"] = views => views.BoardAsync(Given.Agency, new(LateAt: Given.Monday), new(), Token),
        ["board of one unit"] = views => views.BoardAsync(Given.Agency, new(Unit: Given.Finance), new(), Token),
        ["sections"] = views => views.SectionsAsync(Plan.Id, Token),
        ["assignments"] = views => views.AssignmentsAsync(Plan.Id, Token),
        ["versions"] = views => views.VersionsAsync(Plan.Id, new(Plan.Sections[1].Id, Given.Finance), new(), Token),
        ["comments"] = views => views.CommentsAsync(Plan.Id, Plan.Sections[1].Id, new(), Token),
        ["trail"] = views => views.TrailAsync(Plan.Id, new(), new(), Token),
        ["trail of a section"] = views => views.TrailAsync(Plan.Id, new(Plan.Sections[1].Id), new(), Token),
        ["register"] = views => views.RegisterAsync(Given.Agency, Given.Chairman, Given.Monday, 2026, new(), Token),
        ["notices"] = views => views.NoticesAsync(Given.Agency, Given.FinanceHead, Given.Monday, false, new(), Token),
        ["unread notices"] = views => views.NoticesAsync(Given.Agency, Given.FinanceHead, Given.Monday, true, new(), Token),
        ["notice"] = views => views.NoticeAsync(Given.Agency, Given.FinanceHead, Given.Monday, Guid.NewGuid(), Token),
        ["counts"] = views => views.CountsAsync(Given.Agency, Given.FinanceHead, Given.Monday, Token),
        ["changes"] = views => views.ChangesAsync(Given.Monday, Token),
        ["late sections"] = views => views.LateAsync(Given.Agency, Given.Chairman, [Plan.Id], Given.Monday, 10, Token),
        ["board of one person"] = views => views.BoardAsync(Given.Agency, new(Person: Given.FinanceHead, At: Given.Monday), new(), Token),
        ["board of a period"] = views => views.BoardAsync(Given.Agency, new(Period: new(PeriodKind.Month, 2026, 9)), new(), Token),
        ["board of a unit's period"] = views => views.BoardAsync(Given.Agency, new(Unit: Given.Finance, Period: new(PeriodKind.Month, 2026, 9)), new(), Token),
        ["board of a month's due dates"] = views => views.BoardAsync(Given.Agency, new(From: new(2026, 9, 1), To: new(2026, 9, 30)), new(), Token),
        ["board of what is under way"] = views => views.BoardAsync(Given.Agency, new(IsUnderWay: true), new(), Token),
        ["board of what a unit is late with"] = views => views.BoardAsync(Given.Agency, new(ReportState.InSections, Given.Monday, Given.Finance), new(), Token),
        ["trail of a person"] = views => views.TrailAsync(Plan.Id, new(By: Given.FinanceHead, What: "submitted"), new(), Token),
        ["who stands in the trail"] = views => views.TrailFacetsAsync(Plan.Id, new HashSet<SectionId>(), Token),
    };

    public static TheoryData<string> Views => [.. views.Keys];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_view_asks_little_and_finds_it_by_index(string view)
    {
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.HealthHead, Given.FinanceHead) with { Kinds = [StageKind.Draft] }, Token);
        await Office.StartAsync(Plan);
        await views[view](Stored.Views);
        Said.Forget();

        await views[view](Stored.Views);

        // Besides, work asks whether the roster in memory is the present one, and every list whether anything is kept from its reader.
        var queries = Said.Queries;
        var own = queries.Where(query => !AsksFor(query, "agencies") && !AsksFor(query, "restrictions"));
        Assert.InRange(own.Count(), 1, 3);
        await using var tables = await Stored.TablesAsync();
        foreach (var query in queries) Assert.Empty(await ScannedAsync(tables, query));
    }

    private static bool AsksFor(Said query, string table) =>
        query.Sql.Contains($"\"{table}\"", StringComparison.Ordinal) || query.Sql.Contains($"{table} AS", StringComparison.Ordinal);

    /// <summary>The same where something is kept from the reader: what that costs is found by index, too.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public async Task What_is_kept_from_the_reader_is_left_out_by_index(string view)
    {
        await Stored.Agencies.SaveAsync(Given.Agency, Given.Delegated(Given.HealthHead, Given.FinanceHead) with { Kinds = [StageKind.Draft] }, Token);
        await Office.StartAsync(Plan);
        await Office.StartAsync(Given.Plan("kept"));
        await Office.RestrictAsync(Given.Plan("kept").Id, null, new([], []));
        await Office.RestrictAsync(Plan.Id, "clinics", new([], []));
        await views[view](Stored.Views);
        Said.Forget();

        await views[view](Stored.Views);

        await using var tables = await Stored.TablesAsync();
        foreach (var query in Said.Queries) Assert.Empty(await ScannedAsync(tables, query));
    }

    [Fact]
    public async Task Whether_somebody_may_see_a_picture_is_one_question_and_found_by_index()
    {
        await Office.StartAsync(Plan);
        await Office.RestrictAsync(Plan.Id, "clinics", new([], []));
        await Stored.Pictures.SeenAsync([Given.Sha256("picture")], Given.Agency, Given.FinanceHead, Given.Monday, Token);
        Said.Forget();

        await Stored.Pictures.SeenAsync([Given.Sha256("picture"), Given.Sha256("another")], Given.Agency, Given.FinanceHead, Given.Monday, Token);
        await Stored.Pictures.StandingAsync([Given.Sha256("picture")], Plan.Id, Plan.Sections[1].Id, Token);

        var queries = Said.Queries;
        Assert.Equal(2, queries.Count(query => AsksFor(query, "pictures")));
        await using var tables = await Stored.TablesAsync();
        foreach (var query in queries) Assert.Empty(await ScannedAsync(tables, query));
    }

    /// <summary>The tables that the database would read from one end to the other.</summary>
    private protected abstract Task<IReadOnlyList<string>> ScannedAsync(ApprovalContext tables, Said query);

    private protected static async Task<IReadOnlyList<string>> ExplainAsync(ApprovalContext tables, string explain, Said query, int column)
    {
        await tables.Database.OpenConnectionAsync(Token);
        await using var command = tables.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // What EF Core said before, word for word.
        command.CommandText = $"{explain} {query.Sql}";
#pragma warning restore CA2100
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Token);
        do
        {
            while (await reader.ReadAsync(Token)) lines.Add(reader.GetString(column));
        }
        while (await reader.NextResultAsync(Token));

        return lines;
    }

    [GeneratedRegex("FROM \"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"|JOIN \"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"")]
    private protected static partial Regex Aliases();

    [GeneratedRegex(@"Seq Scan on (?<table>\w+)")]
    private protected static partial Regex SequentialScans();
}

public sealed class FindingByIndexInSqlite() : FindingByIndex(new SqliteDatabase())
{
    // sqlite.org/eqp.html: SEARCH goes by an index, SCAN does not.
    private protected override async Task<IReadOnlyList<string>> ScannedAsync(ApprovalContext tables, Said query)
    {
        var aliases = Aliases().Matches(query.Sql).Select(match => match.Groups["alias"].Value).ToHashSet();

        return [.. (await ExplainAsync(tables, "EXPLAIN QUERY PLAN", query, column: 3)).Where(line => line.Split(' ') is ["SCAN", var alias, ..] && aliases.Contains(alias))];
    }
}

public sealed class FindingByIndexInPostgres(PostgresServer server) : FindingByIndex(new PostgresDatabase(server))
{
    // A small table is read whole however it is indexed, unless that is made to look dear.
    private protected override async Task<IReadOnlyList<string>> ScannedAsync(ApprovalContext tables, Said query)
    {
        // Open from here on: a connection that goes back to its pool forgets the setting.
        await tables.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await tables.Database.ExecuteSqlRawAsync("SELECT set_config('enable_seqscan', 'off', false)", TestContext.Current.CancellationToken);

        return [.. (await ExplainAsync(tables, "EXPLAIN", query, column: 0)).SelectMany(line => SequentialScans().Matches(line)).Select(match => match.Value)];
    }
}
