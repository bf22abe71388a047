using Domain;
using Domain.People;
using Domain.Reports;
using Storage.Tests.Databases;
using TestServers;
using Workflows.Drafting;
using Workflows.Searching;

namespace Storage.Tests.Searching;

public abstract class FindingWords(TestDatabase database) : OnADatabase(database)
{
    private static readonly ReportPlan Plan = Given.Plan();

    [Fact]
    public async Task A_text_is_found_with_and_without_marks_and_wherever_the_tone_stands()
    {
        await WriteAsync("Xã **Tân Hoà** thu 1.234 tỷ đồng.");

        Assert.All(["tan hoa", "Tân Hòa", "Tân Hoà", "TÂN HÒA", "\"tân hòa\"", "dong", "đồng", "1.234"], asked => Assert.Equal(FindableKind.Text, Assert.Single(Find(asked).Rows).Found.Findable.Kind));
        Assert.All(["Tấn Hòa", "\"hòa tân\"", "dòng", "tan hoa binh"], asked => Assert.Empty(Find(asked).Rows));
        Assert.Equal(
            [("Xã ", false), ("Tân", true), (" ", false), ("Hoà", true), (" thu 1.234 tỷ đồng", false)],
            Find("tan hoa").Rows.Single().Excerpt.Select(piece => (piece.Text, piece.IsMatch)));
    }

    [Fact]
    public async Task The_versions_of_one_text_are_one_finding()
    {
        await WriteAsync("Lũ quét ở Bản Mới.");
        Assert.Null((await Office.WithdrawAsync(Plan.Id, "budget", Given.FinanceHead)).Refusal);
        await WriteAsync("Lũ quét ở Bản Mới, 12 hộ.", start: false);

        var found = Assert.Single(Find("lũ quét").Rows).Found;

        Assert.Equal((2, "Ngân sách", Plan.Id), (found.Findable.Version, found.Heading, found.Findable.Report));
        Assert.Equal([1], found.Others);
    }

    [Fact]
    public async Task A_comment_is_found()
    {
        await WriteAsync("Ba xã bị ngập.");
        await Office.ConsolidateAsync(Plan.Id, "budget");
        await Office.ReturnAsync(Plan.Id, "budget", Given.ViceEconomy, "draft", "Thiếu số hộ bị lũ quét");
        await new Indexer(Findables, Texts).CatchUpAsync(Token);

        var row = Assert.Single(Find("lu quet", FindableKind.Comment).Rows);

        Assert.Equal("Thiếu số hộ bị lũ quét", string.Concat(row.Excerpt.Select(piece => piece.Text)));
        Assert.Equal((Given.ViceEconomy, "Ngân sách"), (row.Found.Findable.By, row.Found.Heading));
        Assert.Empty(Find("lu quet", FindableKind.Text).Rows);
    }

    [Fact]
    public async Task A_report_is_found_by_its_title_its_headings_and_its_number()
    {
        await Office.StartAsync(Plan);
        await Office.ClearAsync(Plan.Id);
        await Office.SignAsync(Plan.Id);
        await Office.IssueAsync(Plan.Id);
        await ReadAsync(FindableKind.Report);

        Assert.Equal(FindableKind.Report, Assert.Single(Find("1/BC-UBND").Rows).Found.Findable.Kind);
        Assert.Equal("Ngân sách", Assert.Single(Find("ngan sach", FindableKind.Section).Rows).Found.Heading);
    }

    [Fact]
    public async Task A_text_that_the_store_has_lost_keeps_no_other_from_being_found()
    {
        await Office.StartAsync(Plan);
        Assert.Null((await Office.SubmitAsync(Plan.Id, "clinics", Given.Health, Given.HealthHead, "Không còn trong kho")).Refusal);
        await WriteAsync("Lũ quét ở Bản Mới.", start: false);

        Assert.Single(Find("lũ quét").Rows);
        Assert.Empty(await Findables.UnreadAsync(100, Token));
    }

    [Fact]
    public async Task Another_agency_finds_nothing()
    {
        await WriteAsync("Lũ quét ở Bản Mới.");

        Assert.NotEmpty(Find("lũ quét").Rows);
        Assert.Empty((await Search.FindAsync(new(Given.Id("another")), Given.Consolidator, SearchQuery.Of("lũ quét")!.Value, null, new(), Token)).Rows);
    }

    [Fact]
    public async Task What_is_kept_from_the_reader_is_neither_found_nor_counted()
    {
        await Office.StartAsync(Plan);
        await Office.RestrictAsync(Plan.Id, "budget", new([], [Given.FarmingDrafter]));
        await WriteAsync("Lũ quét ở Bản Mới.", start: false);

        Assert.Equal(0, Find("lũ quét", reader: Given.HealthHead).Total);
        Assert.Equal(0, Find("ngân sách", reader: Given.HealthHead).Total);
        Assert.Equal(1, Find("trạm y tế", reader: Given.HealthHead).Total);
        foreach (var reader in new[] { Given.FarmingDrafter, Given.FinanceDrafter, Given.ViceEconomy, Given.Chairman, Given.Clerk, Given.Consolidator })
            Assert.Equal((1, 1), (Find("lũ quét", reader: reader).Total, Find("ngân sách", reader: reader).Total));
    }

    [Fact]
    public async Task Nothing_that_is_typed_breaks_the_search()
    {
        await WriteAsync("Lũ quét.");

        Assert.All(["\"", "a\" OR \"b", "lũ*", "NEAR(lũ quét)", "words : lũ", "' ; --", "lũ & quét | !", "{0}", "\0"], asked => _ = SearchQuery.Of(asked) is null ? null : Find(asked));
        Assert.Null(SearchQuery.Of("  – … ")?.Value);
        Assert.Equal(SearchRefusals.TooLong, SearchQuery.Of(new('a', 201))?.Refusal);
    }

    private Texts Texts => new(Stored.Blobs, new AnyText(), Stored.Pictures);

    private Search Search => new(Findables, Texts, TimeProvider.System);

    private IFindables Findables => Stored.Findables;

    private SearchResults Find(string asked, FindableKind? kind = null, PersonId? reader = null) => Search.FindAsync(Given.Agency, reader ?? Given.Consolidator, SearchQuery.Of(asked)!.Value, kind, new(), Token).GetAwaiter().GetResult();

    private async Task WriteAsync(string text, bool start = true)
    {
        if (start) await Office.StartAsync(Plan);
        await Stored.Blobs.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), Token);
        Assert.Null((await Office.SubmitAsync(Plan.Id, "budget", Given.Finance, Given.FinanceHead, text)).Refusal);
        await new Indexer(Findables, Texts).CatchUpAsync(Token);
    }

    private async Task ReadAsync(FindableKind kind)
    {
        var unread = await Findables.UnreadAsync(100, Token);
        var titles = unread.Where(one => one.Findables[0].Kind == kind).ToList();
        Assert.Equal(2, titles.Count);
        await Stored.Blobs.WriteAsync(System.Text.Encoding.UTF8.GetBytes("Nội dung"), Token);
        await new Indexer(Findables, Texts).CatchUpAsync(Token);
        Assert.Empty(await Findables.UnreadAsync(100, Token));
    }

    private sealed class AnyText : ITextCheck
    {
        public IReadOnlyList<Fault> Check(string text, OutlineLevel level) => [];

        public IReadOnlyList<string> ImagesOf(string text) => [];
    }
}

public sealed class FindingWordsInSqlite() : FindingWords(new SqliteDatabase());

public sealed class FindingWordsInPostgres(PostgresServer server) : FindingWords(new PostgresDatabase(server));
