using System.Text;
using CsCheck;
using Domain.Reports;

namespace Documents.Tests;

public sealed class CheckingAText(Printing printing)
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("Một đoạn.\n\n# Tiêu đề\n\nHai đoạn[^1], **đậm**, *nghiêng*, m^2^, H~2~O, 5 < 6 và 7 > 3.\n\n[^1]: Chú thích.")]
    [InlineData("| A | B |\n|---|:-:|\n| a \\| b | `c | d` |\n| dòng<br>mới | x |")]
    [InlineData("+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+   +---+\n|   | 3 |\n+---+---+")]
    [InlineData("![Sơ đồ](image:" + Hash + ")\n\n[Cổng](https://example.org) và <https://example.org>, <a@example.org>")]
    [InlineData("1. Một\n2. Hai\n   - Ba\n\na) Bốn\n\nđ) Năm")]
    [InlineData("")]
    public void A_clean_text_has_no_faults(string text)
    {
        Assert.Empty(printing.TextCheck.Check(text, OutlineLevel.Heading));
    }

    [Theory]
    [InlineData("raw-html", 3, "Một.\n\n<script>alert(1)</script>")]
    [InlineData("raw-html", 1, "Một <b onclick=\"x()\">hai</b>")]
    [InlineData("raw-html", 1, "<!-- ẩn -->")]
    [InlineData("remote-picture", 2, "Một\n![x](https://example.org/a.png)")]
    [InlineData("remote-picture", 1, "![x](data:image/png;base64,AAAA)")]
    [InlineData("remote-picture", 1, "![x](//example.org/a.png)")]
    [InlineData("unknown-picture", 1, "![x](a.png)")]
    [InlineData("unknown-picture", 1, "![x](image:123)")]
    [InlineData("unsafe-link", 1, "[x](javascript:alert(1))")]
    [InlineData("unsafe-link", 1, "[x](<java\tscript:alert(1)>)")]
    [InlineData("unsafe-link", 1, "[x](/reports)")]
    [InlineData("unsafe-link", 1, "[x](file:///etc/passwd)")]
    [InlineData("unsafe-link", 1, "<vbscript:x>")]
    [InlineData("link-definition", 1, "[Ghi chú]: nội-dung")]
    [InlineData("heading-skips", 1, "## Hai")]
    [InlineData("heading-skips", 3, "# Một\n\n### Ba")]
    [InlineData("heading-too-deep", 7, "# Một\n\n## Hai\n\n### Ba\n\n#### Bốn")]
    [InlineData("heading-empty", 1, "#")]
    [InlineData("note-without-text", 3, "Một.\n\nHai[^x].")]
    [InlineData("note-without-text", 3, "Hai[^x].\n\n[^x]:")]
    [InlineData("note-twice", 4, "Hai[^x].\n\n[^x]: A.\n[^X]: B.")]
    [InlineData("note-unused", 3, "Hai.\n\n[^x]: A.")]
    [InlineData("note-in-note", 3, "Hai[^x], ba[^y].\n\n[^x]: A[^y].\n\n[^y]: B.")]
    [InlineData("note-holds-more", 3, "Hai[^x].\n\n[^x]: A\n\n    | a | b |\n    |---|---|\n    | c | d |")]
    [InlineData("ragged-table", 4, "| A | B |\n|---|---|\n| a | b |\n| c |")]
    [InlineData("ragged-table", 3, "| A | B |\n|---|---|\n| a | b | c |")]
    [InlineData("ragged-table", 2, "| A | B | C |\n|---|---|\n| a | b | c |")]
    [InlineData("ragged-table", 2, "+---+---+\n| A | B\n+---+---+")]
    [InlineData("broken-table", 1, "| A ;\n| \\\n   2) ![từ](image:" + Hash + ")^---\n| b")]
    [InlineData("broken-table", 2, "---\n| ---\ntừ &amp;  -  | ")]
    [InlineData("control-character", 2, "Một\nhai\u0007")]
    [InlineData("control-character", 1, "Đảo \u202Echữ")]
    public void A_fault_is_found_on_its_line(string code, int line, string text)
    {
        var fault = Assert.Single(printing.TextCheck.Check(text, OutlineLevel.Heading));

        Assert.Equal((code, line), (fault.Code, fault.Line));
        Assert.All([fault.Message.Vi, fault.Message.En], words => Assert.EndsWith(".", words, StringComparison.Ordinal));
    }

    [Fact]
    public void Half_a_character_is_a_fault()
    {
        Assert.Equal("control-character", Assert.Single(printing.TextCheck.Check($"Một {(char)0xD83D} hai", OutlineLevel.Heading)).Code);
    }

    [Fact]
    public void A_plain_section_has_no_headings()
    {
        Assert.Equal("heading-in-plain", Assert.Single(printing.TextCheck.Check("# Một", OutlineLevel.Plain)).Code);
    }

    [Fact]
    public void Headings_end_one_level_below_the_points()
    {
        Assert.Empty(printing.TextCheck.Check("# Một", OutlineLevel.Point));
        Assert.Equal("heading-too-deep", Assert.Single(printing.TextCheck.Check("# Một\n\n## Hai", OutlineLevel.Point), fault => fault.Line == 3).Code);
    }

    [Fact]
    public void Pictures_are_named_by_their_hashes()
    {
        Assert.Equal([Hash], printing.TextCheck.ImagesOf($"![a](image:{Hash}) ![b](image:{Hash}) ![c](https://example.org/)"));
    }

    [Theory]
    [InlineData("> ", 20_000)]
    [InlineData("[", 100_000)]
    [InlineData("*a ", 50_000)]
    [InlineData("- ", 5_000)]
    [InlineData("![", 50_000)]
    [InlineData("`a", 50_000)]
    [InlineData("| ", 50_000)]
    [InlineData("<a ", 50_000)]
    [InlineData("^x", 50_000)]
    public void A_text_made_to_break_a_parser_is_answered_soon(string crumb, int times)
    {
        var text = new StringBuilder(crumb.Length * times).Insert(0, crumb, times).ToString();

        var watch = System.Diagnostics.Stopwatch.StartNew();
        printing.TextCheck.Check(text, OutlineLevel.Heading);
        printing.TextCheck.ImagesOf(text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Whatever_is_written_is_checked_and_printed_without_failing()
    {
        await snippets.SampleAsync(
            async pieces =>
            {
                var text = string.Concat(pieces);
                foreach (var level in Enum.GetValues<OutlineLevel>()) printing.TextCheck.Check(text, level);

                var outcome = await printing.Typesetter.TypesetAsync(Given.ReportOf(text), CancellationToken.None);

                Assert.True(outcome.IsRefused || outcome.Value.Pages > 0);
            },
            iter: 300,
            threads: 2);
    }

    [Fact]
    public void Every_word_of_a_clean_text_arrives()
    {
        snippets.Sample(
            pieces =>
            {
                var text = string.Concat(pieces);
                if (printing.TextCheck.Check(text, OutlineLevel.Clause).Count > 0) return;

                var document = AssembleManuscript.Assemble(Given.ReportOf(text));
                var arrived = document.Body.SelectMany(InlinesOf).Concat(document.Notes.SelectMany(note => note.Paragraphs.SelectMany(lines => lines)));
                var words = string.Concat(arrived.OfType<Model.Run>().Select(run => run.Text));

                // Words of the crumbs are marked, so that addresses, numbers of lists and the like do not count.
                Assert.Equal(MarksOf(text), MarksOf(words));
            },
            iter: 10_000);
    }

    private static readonly string[] crumbs =
    [
        "từA", "từB ", "TừC", " từD", "\n", "\n\n", "\n\n\n", "# ", "## ", "- ", "  - ", "1. ", "   2) ", "a) ", "đ) ", "**", "*", "_", "^", "~", "`", "```\n", "~~~\n", "~~~ từL\n",
        "> ", "| ", " | ", "|\n|---|---|\n", "\n+---+---+\n", "| từE | từF |\n", "[^1]", "[^1]: từG", "[^2]:", "[từH](https://example.org)", "[từI]: ", "![từJ](image:x)",
        "\\", "\\\n", "<br>", "<b>", "</b>", "<!--", "-->", "&amp;", "&lt;", "***\n", "---\n", "===\n", "    ", "\t", "\u0000", "\uD83D", "😀", "\r\n", ":", ";", ".", "./.", "“từK”", "{{", "#[", "$", "@", "\u200B", "e\u0301",
    ];

    private static readonly Gen<List<string>> snippets = Gen.Int[0, crumbs.Length - 1].Select(index => crumbs[index]).List[0, 40];

    private static IReadOnlyList<string> MarksOf(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, "[tT]ừ[A-L]").Select(match => match.Value).Order(StringComparer.Ordinal)];

    private static IEnumerable<Model.Inline> InlinesOf(Model.Block block) => block switch
    {
        Model.Heading heading => heading.Title,
        Model.Paragraph paragraph => paragraph.Inlines,
        Model.Table table => table.Rows.SelectMany(row => row).SelectMany(cell => cell.Paragraphs).SelectMany(paragraph => paragraph.Inlines),
        _ => [],
    };
}
