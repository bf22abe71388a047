using Documents.Html;
using Domain.Reports;

namespace Documents.Tests;

public sealed class ShowingATextOnAPage
{
    [Fact]
    public void A_footnote_that_calls_itself_is_shown_and_ends()
    {
        var html = HtmlWriter.Write("Thu đạt 96%[^a].\n\n[^a]: Số đến 31/8[^a], xem[^b].\n\n[^b]: Như trên[^a].", OutlineLevel.Clause, new("text", 3, "/api/images/", "Bảng", "Chú thích"));

        Assert.Contains("Số đến 31/8, xem.", html, StringComparison.Ordinal);
    }

    private static readonly HtmlPlace Place = new("text", 3, "/api/images/", "Bảng", "Chú thích");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Một <img src=x onerror=alert(1)> hai")]
    [InlineData("[nhấn](javascript:alert(1))")]
    [InlineData("![ảnh](https://elsewhere.example/x.png)")]
    [InlineData("![\" onerror=\"alert(1)](image:0000000000000000000000000000000000000000000000000000000000000000)")]
    [InlineData("<https://a.example/\"onmouseover=\"alert(1)>")]
    public void Nothing_of_a_text_becomes_a_tag_or_an_attribute(string text)
    {
        var html = HtmlWriter.Write(text, OutlineLevel.Clause, Place);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=\"x", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=\"https:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onerror=\"", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"onmouseover=\"", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Headings_have_the_numerals_that_are_printed_and_lie_below_the_page_s_own()
    {
        var html = HtmlWriter.Write("# Thu\n\na) Nội địa\n\nb) Khác", OutlineLevel.Heading, Place);

        Assert.Contains("<h3><span class=\"numeral\">1.</span> Thu</h3>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"numbered\"><span class=\"numeral\">a)</span> Nội địa</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_behind_the_marks_of_a_fence_are_shown()
    {
        var html = HtmlWriter.Write("```Thu đạt 96%\nChi đạt 88%\n```", OutlineLevel.Clause, Place);

        Assert.Contains("Thu đạt 96%<br>Chi đạt 88%", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_heads_and_can_be_reached_with_the_keyboard()
    {
        var html = HtmlWriter.Write("| Chỉ tiêu | Số |\n| --- | ---: |\n| Thu | 96 |", OutlineLevel.Clause, Place);

        Assert.Contains("<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Bảng\">", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"centre\"><strong>Chỉ tiêu</strong></th>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"right\">96</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_stand_on_the_right_and_ordinals_in_the_middle_where_the_author_did_not_choose()
    {
        var html = HtmlWriter.Write(
            """
            | TT | Chỉ tiêu | Kế hoạch | Đạt (%) | Ghi chú | Xã | Số hiệu |
            | --- | --- | --- | --- | --- | --- | :--- |
            | **I** | **Thu** | **1.234.567,8** | 70,22% | 12 | 3 | 7 |
            | 1 | Thuế | -35 | - | 12 tỷ | 4 | 8 |
            | 2 | Phí | (1 200) |  |  | Tân Thủ | 9 |
            """, OutlineLevel.Clause, Place);

        Assert.Contains("<tr><td class=\"centre\">1</td><td>Thuế</td><td class=\"right\">-35</td><td class=\"right\">-</td><td>12 tỷ</td><td>4</td><td>8</td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"right\"><strong>1.234.567,8</strong></td>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"right\">(1 200)</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footnote_and_its_mark_lead_to_one_another_within_their_text()
    {
        var html = HtmlWriter.Write("Bầu bổ sung[^1].\n\n[^1]: Kỳ họp thứ ba.", OutlineLevel.Clause, Place with { Prefix = "unit-2" });

        Assert.Contains("<sup><a href=\"#unit-2-note-1\" id=\"unit-2-mark-1\">1</a></sup>", html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"unit-2-note-1\">Kỳ họp thứ ba. <a href=\"#unit-2-mark-1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_shown_from_our_own_store()
    {
        var hash = new string('a', 64);

        var html = HtmlWriter.Write($"![Biểu đồ](image:{hash})", OutlineLevel.Clause, Place);

        Assert.Contains($"<p class=\"picture\"><img src=\"/api/images/{hash}\" alt=\"Biểu đồ\" loading=\"lazy\"></p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_nested_beyond_reading_is_shown_as_it_was_typed()
    {
        var html = HtmlWriter.Write(new string('>', 5000) + "<b>", OutlineLevel.Clause, Place);

        Assert.StartsWith("<pre>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_is_read_without_the_marks_of_its_footnotes() =>
        Assert.Equal("Công tác của UBND huyện", HtmlWriter.PlainLine("Công tác của **UBND**[^1] huyện"));

    [Fact]
    public void An_outline_is_numbered_as_it_is_printed() =>
        Assert.Equal(
            ["", "I.", "1.", "2.", "a)", "II.", "1."],
            OutlineNumerals.Of([OutlineLevel.Plain, OutlineLevel.Heading, OutlineLevel.Clause, OutlineLevel.Clause, OutlineLevel.Point, OutlineLevel.Heading, OutlineLevel.Clause]));
}
