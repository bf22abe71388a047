using CsCheck;
using Documents.Html;
using Domain.Reports;

namespace Documents.Tests;

public sealed class MarkingWords
{
    private static readonly HtmlPlace Place = new("text", 3, "/api/images/", "Bảng", "Chú thích");

    private const string Report =
        """
        # Thu ngân sách

        Thu **ngân sách** đạt 96% & vượt[^1] dự toán, xem [công khai](https://tanthu.example/?a=1&b=2) tại đây.

        - Thu nội địa 1.250 m^2^ tỷ
        - Chi thường xuyên

        | Chỉ tiêu | Đạt |
        |---|---|
        | Thu | 96% |

        [^1]: Số liệu đến 31/8.
        """;

    [Fact]
    public void Words_are_read_as_they_are_seen() =>
        Assert.Equal(
            "Thu ngân sách Thu ngân sách đạt 96% & vượt dự toán, xem công khai tại đây. - Thu nội địa 1.250 m2 tỷ - Chi thường xuyên Chỉ tiêu Đạt Thu 96%",
            string.Join(' ', MarkedHtml.Of(Shown(Report)).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))[3..]);

    [Theory]
    [InlineData("ngân sách đạt 96% & vượt dự toán", "<strong><mark class=\"quoted\">ngân sách</mark></strong><mark class=\"quoted\"> đạt 96% &amp; vượt</mark><sup>")]
    [InlineData("xem công khai", "<mark class=\"quoted\">công khai</mark></a><a class=\"quoted-link\" id=\"words\" href=\"#thread\" aria-label=\"Góp ý 1\">1</a>")]
    [InlineData("Thu 96%", "<td><mark class=\"quoted\">Thu</mark></td>")]
    public void They_are_marked_across_what_they_stand_in(string words, string html) =>
        Assert.Contains(html, Marked(Shown(Report), new Anchor(words, words.StartsWith("ngân", StringComparison.Ordinal) ? "Thu " : "")), StringComparison.Ordinal);

    [Fact]
    public void A_mark_changes_nothing_of_what_is_read() => Gen.Select(Gen.Int[0, 150], Gen.Int[1, 60], Gen.Int[0, 150], Gen.Int[1, 60]).Sample((start, length, other, more) =>
    {
        var shown = MarkedHtml.Of(Shown(Report));
        var words = (int from, int count) => Anchor.At(shown.Text, Math.Min(from, shown.Text.Length - 1), Math.Min(count, shown.Text.Length - Math.Min(from, shown.Text.Length - 1))).FindIn(shown.Text);
        var marks = new[] { words(start, length), words(other, more) }.OfType<AnchoredWords>().Select((found, place) => new Marking(found, $"words-{place}", $"#thread-{place}", "", "")).ToList();

        var html = shown.Write(marks);

        Assert.Equal(marks.Count, html.Split("class=\"quoted-link\"").Length - 1);
        Assert.Equal(html.Split("<mark").Length, html.Split("</mark>").Length);
        Assert.Equal(Shown(Report), WithoutMarks(html));
    }, iter: 300);

    private static string Marked(string html, Anchor anchor)
    {
        var shown = MarkedHtml.Of(html);
        var found = anchor.FindIn(shown.Text);
        Assert.NotNull(found);

        return shown.Write([new(found.Value, "words", "#thread", "1", "Góp ý 1")]);
    }

    private static string WithoutMarks(string html) => System.Text.RegularExpressions.Regex.Replace(html, "</?mark[^>]*>|<a class=\"quoted-link\"[^>]*></a>", "");

    private static string Shown(string text) => HtmlWriter.Write(text, OutlineLevel.Clause, Place);
}
