using System.Diagnostics;
using CsCheck;
using Documents.Comparison;
using Documents.Html;
using Documents.Model;
using Domain.Reports;

namespace Documents.Tests;

public sealed class ComparingTwoTexts
{
    private static readonly HtmlPlace Place = new("text", 3, "/api/images/", "Bảng", "Chú thích");
    private static readonly ComparisonWords Words = new("thêm", "bỏ", "trình bày lại");

    private static readonly string[] Vocabulary = ["thu", "chi", "ngân sách", "đạt", "96%", "1.234,5", "**đạt**", "dự toán", ",", "ấp[^a]"];

    private static readonly Gen<string> Line = Gen.Int[0, 9].Select(place => Vocabulary[place]).Array[1, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Block = Gen.OneOf(
        Line,
        Line.Select(line => $"# {line}"),
        Line.Array[1, 4].Select(lines => string.Join('\n', lines.Select(line => $"- {line}"))),
        Line.Array[1, 4].Select(lines => string.Join('\n', lines.Select((line, place) => $"{place + 1}. {line}"))),
        Gen.Select(Line, Line).Array[1, 4].Select(rows => "| A | B |\n|---|---|\n" + string.Join('\n', rows.Select(row => $"| {row.Item1} | {row.Item2} |"))));

    private static readonly Gen<string> Text = Block.Array[0, 8].Select(blocks => string.Join("\n\n", blocks) + "\n\n[^a]: Số liệu đến 31/8.");

    [Fact]
    public void The_old_side_is_the_old_text_and_the_new_side_the_new() => Gen.Select(Text, Text).Sample((old, @new) =>
    {
        var comparison = Of(old, @new);

        Assert.Equal(Side(Of(old, old), piece => piece.New), Side(comparison, piece => piece.Old));
        Assert.Equal(Side(Of(@new, @new), piece => piece.New), Side(comparison, piece => piece.New));
    }, iter: 400);

    [Fact]
    public void A_text_compared_with_itself_has_no_change() => Text.Sample(text => Assert.Equal(0, Of(text, text).Changes), iter: 200);

    [Fact]
    public void Every_change_has_an_anchor_and_no_anchor_is_there_twice() => Gen.Select(Text, Text).Sample((old, @new) =>
    {
        var comparison = Of(old, @new);
        var html = ComparisonHtml.Inline(comparison, Place, Words);

        foreach (var number in Enumerable.Range(1, comparison.Changes))
            Assert.Equal(2, html.Split($"id=\"change-{number}\"").Length);
    }, iter: 200);

    [Fact]
    public void A_number_and_a_word_that_changed_are_shown_as_whole_words()
    {
        var html = ComparisonHtml.Inline(Of("Thu ngân sách đạt 1.234,5 tỷ đồng.", "Thu ngân sách ước đạt 1.234,6 tỷ đồng."), Place, Words);

        Assert.Contains("<ins id=\"change-1\"><span class=\"visually-hidden\">thêm </span>ước </ins>", html, StringComparison.Ordinal);
        Assert.Contains("<del id=\"change-2\"><span class=\"visually-hidden\">bỏ </span>1.234,5</del><ins><span class=\"visually-hidden\">thêm </span>1.234,6</ins>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_put_in_between_is_one_change_and_the_others_are_left_alone()
    {
        var comparison = Of("Thu đạt 96%.\n\nChi đạt 80%.", "Thu đạt 96%.\n\nHoàn toàn mới ở giữa.\n\nChi đạt 80%.");

        Assert.Equal(1, comparison.Changes);
        Assert.Equal([false, true, false], comparison.Blocks.Select(block => block is ComparedLine { Old: null }));
    }

    [Fact]
    public void A_table_is_compared_by_row_and_cell()
    {
        var table = Assert.IsType<ComparedTable>(Assert.Single(Of(
            "| Xã | Thu |\n|---|---|\n| Tân An | 10 |\n| Tân Bình | 20 |",
            "| Xã | Thu |\n|---|---|\n| Tân An | 12 |\n| Tân Hòa | 15 |\n| Tân Bình | 20 |").Blocks));

        Assert.Equal([0, 1, 1, 0], table.Rows.Select(row => row.Changes));
        Assert.Null(table.Rows[2].Old);
    }

    [Fact]
    public void A_change_in_a_footnote_counts_though_the_line_that_calls_it_stays()
    {
        var comparison = Of("Thu đạt 96%[^1].\n\n[^1]: Đến 31/8.", "Thu đạt 96%[^1].\n\n[^1]: Đến 30/9.");

        Assert.Equal(1, Assert.Single(comparison.Notes).Changes);
    }

    [Fact]
    public void The_same_words_as_a_list_are_a_change_that_is_said()
    {
        var html = ComparisonHtml.Inline(Of("Thu đạt 96%.", "- Thu đạt 96%."), Place, Words);

        Assert.Contains("<span class=\"reshaped\" id=\"change-1\">trình bày lại</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_text_becomes_a_tag_in_either_view()
    {
        var comparison = Of("<b>a</b>", "<script>alert(1)</script>");

        Assert.DoesNotContain("<script", ComparisonHtml.Inline(comparison, Place, Words), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", ComparisonHtml.SideBySide(comparison, Place, Words), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_compared_while_nobody_waits()
    {
        var old = string.Join("\n\n", Enumerable.Range(0, 400).Select(place => $"Xã số {place}: {Given.Sentence}"));
        var @new = string.Join("\n\n", Enumerable.Range(0, 400).Select(place => $"Xã số {place}{(place % 7 == 0 ? " (mới)" : "")}: {(place % 3 == 0 ? Given.Sentence.Replace("huyện", "xã", StringComparison.Ordinal) : Given.Sentence)}"));
        Of(old, @new);

        // As often as it takes to find a moment in which nothing else keeps the machine busy.
        var fastest = long.MaxValue;
        for (var round = 0; round < 20 && fastest >= 1000; round++)
        {
            var watch = Stopwatch.StartNew();
            Of(old, @new);
            fastest = Math.Min(fastest, watch.ElapsedMilliseconds);
        }

        Assert.True(old.Length > 70_000 && fastest < 1000, $"{fastest} ms for {old.Length} letters");
    }

    private static TextComparison Of(string old, string @new) => TextComparison.Of(old, @new, OutlineLevel.Clause);

    /// <summary>What one side says, in order; a footnote's mark by its note's words.</summary>
    private static string Side(TextComparison comparison, Func<Piece, Inline?> side) => string.Join('\n', comparison.Blocks.Concat(comparison.Notes)
        .SelectMany(block => block switch
        {
            ComparedLine line => [line.Pieces],
            ComparedTable table => table.Rows.SelectMany(row => row.Cells, (_, cell) => cell.Pieces),
            _ => Enumerable.Empty<IReadOnlyList<Piece>>(),
        })
        .Select(pieces => string.Concat(pieces.Select(side).Select(inline => inline switch { Run run => $"{run.Style}:{run.Text} ", NoteMark => "note ", null => "", _ => "\n" })))
        .Where(line => line.Length > 0));
}
