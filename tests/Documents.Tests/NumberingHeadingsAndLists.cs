using Documents.Model;
using Domain.Reports;

namespace Documents.Tests;

public sealed class NumberingHeadingsAndLists
{
    private static readonly string[] letters =
        ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)", "m)", "n)", "o)", "p)", "q)", "r)", "s)", "t)", "u)", "v)", "x)", "y)"];

    [Fact(DisplayName = "II.6.đ: points take the law's letters, đ after d, without f, j, w, z")]
    public void Points_are_lettered_as_the_law_letters_them()
    {
        var sections = Enumerable.Range(0, letters.Length).Select(i => new ManuscriptSection(OutlineLevel.Point, $"Điểm {i}", ""));

        Assert.Equal(["I.", "1.", .. letters], LabelsOf([new(OutlineLevel.Heading, "H", ""), new(OutlineLevel.Clause, "C", ""), .. sections]));
    }

    [Fact]
    public void Numbers_begin_anew_below_each_heading()
    {
        Assert.Equal(
            ["Phần I", "I.", "1.", "a)", "b)", "2.", "a)", "II.", "1.", "Phần II", "I."],
            LabelsOf([
                new(OutlineLevel.Part, "P", ""), new(OutlineLevel.Heading, "H", ""), new(OutlineLevel.Clause, "C", ""), new(OutlineLevel.Point, "Đ", ""),
                new(OutlineLevel.Point, "Đ", ""), new(OutlineLevel.Clause, "C", ""), new(OutlineLevel.Point, "Đ", ""), new(OutlineLevel.Heading, "H", ""),
                new(OutlineLevel.Clause, "C", ""), new(OutlineLevel.Part, "P", ""), new(OutlineLevel.Heading, "H", "")]));
    }

    [Fact]
    public void Headings_in_a_text_lie_below_its_section()
    {
        Assert.Equal(["I.", "1.", "a)", "b)", "2."], LabelsOf([new(OutlineLevel.Heading, "H", "# Một\n\n## Điểm một\n\n## Điểm hai\n\n# Hai")]));
        Assert.Equal(["I.", "1.", "a)", ""], LabelsOf([new(OutlineLevel.Heading, "H", ""), new(OutlineLevel.Clause, "C", "# Điểm\n\n## Dưới điểm")]));
    }

    [Theory]
    [InlineData(OutlineLevel.Plain, "1. 2.")]
    [InlineData(OutlineLevel.Heading, "1. 2.")]
    [InlineData(OutlineLevel.Clause, "a) b)")]
    [InlineData(OutlineLevel.Point, "- -")]
    public void An_ordered_list_takes_the_numerals_of_the_next_level(OutlineLevel level, string expected)
    {
        var section = new ManuscriptSection(level, level == OutlineLevel.Plain ? null : "T", "1. Một\n2. Hai");

        Assert.Equal(expected.Split(' '), LabelsOf([section]).TakeLast(2));
    }

    [Fact]
    public void Lists_go_on_through_letters_dashes_and_plus_signs()
    {
        Assert.Equal(
            ["I.", "1.", "a)", "-", "+", "2.", "-", "+"],
            LabelsOf([new(OutlineLevel.Heading, "H", "1. Một\n   1. Một a\n      1. Gạch\n         1. Cộng\n2. Hai\n   - Gạch\n     - Cộng")]));
    }

    [Fact]
    public void An_ordered_list_keeps_its_first_number()
    {
        Assert.Equal(["I.", "1.", "c)", "d)", "đ)"], LabelsOf([new(OutlineLevel.Heading, "H", ""), new(OutlineLevel.Clause, "C", "3. Ba\n4. Bốn\n5. Năm")]));
    }

    [Fact]
    public void Letters_that_an_author_typed_are_a_list()
    {
        const string text = """
            a) Một.

            Đoạn thứ hai của a.

            b) Hai.

            **c)** Ba.

            d) Bốn.

            **đ) Tiêu đề năm**

            Lời của đ.
            e) Sáu.
            """;

        var blocks = Assemble([new(OutlineLevel.Heading, "H", ""), new(OutlineLevel.Clause, "C", text)]);

        Assert.Equal(["a)", "", "b)", "c)", "d)", "đ)", ""], blocks.OfType<Paragraph>().Select(paragraph => paragraph.Label?.Text ?? "").Take(7));
        Assert.Equal("Lời của đ. e) Sáu./.", blocks.OfType<Paragraph>().Last().Inlines.PlainText());
    }

    [Fact]
    public void A_lettered_paragraph_and_a_lettered_heading_never_share_a_letter()
    {
        Assert.Equal(
            ["I.", "1.", "a)", "b)", "c)", "d)", "đ)", "2.", "a)"],
            LabelsOf([
                new(OutlineLevel.Heading, "H", ""), new(OutlineLevel.Clause, "C", "a) Trên cơ sở …"), new(OutlineLevel.Point, "Hội họp", "Lời.\n\nc) Chỉ đạo …"),
                new(OutlineLevel.Point, "Quan hệ", ""), new(OutlineLevel.Point, "Văn bản", ""), new(OutlineLevel.Clause, "C", ""), new(OutlineLevel.Point, "Đ", "")]));
    }

    [Fact]
    public void Letters_within_a_point_count_on_their_own()
    {
        Assert.Equal(
            ["I.", "1.", "a)", "a)", "b)", "b)"],
            LabelsOf([new(OutlineLevel.Heading, "H", ""), new(OutlineLevel.Clause, "C", ""), new(OutlineLevel.Point, "Đ", "a) Một\n\nb) Hai"), new(OutlineLevel.Point, "Đ", "")])
                .Take(6));
    }

    [Fact]
    public void Footnotes_are_numbered_through_the_whole_report()
    {
        var document = AssembleManuscript.Assemble(Given.Report with
        {
            Abstract = "Công tác của UBND[^1] huyện",
            AbstractNotes = "[^1]: Ủy ban nhân dân.",
            Sections =
            [
                new(OutlineLevel.Heading, "H", "Một[^1], hai[^x], lại một[^1].\n\n[^x]: Hai.\n\n[^1]: Một."),
                new(OutlineLevel.Heading, "H", "| A[^1] | B |\n|---|---|\n| c | d[^2] |\n\n[^1]: Ba.\n[^2]: Bốn."),
            ],
        });

        Assert.Equal(["Ủy ban nhân dân.", "Một.", "Hai.", "Ba.", "Bốn."], document.Notes.Select(note => note.Paragraphs[0].PlainText()));
        Assert.Equal([1, 2, 3, 4, 5], document.Notes.Select(note => note.Number));
        Assert.Equal([(2, false), (3, false), (2, true)], document.Body.OfType<Paragraph>().SelectMany(p => p.Inlines).OfType<NoteMark>().Select(mark => (mark.Note.Number, mark.IsRepeated)));
    }

    private static IReadOnlyList<Block> Assemble(IReadOnlyList<ManuscriptSection> sections) =>
        AssembleManuscript.Assemble(Given.Report with { Sections = sections }).Body;

    private static IEnumerable<string> LabelsOf(IReadOnlyList<ManuscriptSection> sections) => Assemble(sections)
        .Select(block => block switch
        {
            Heading heading => heading.Label?.Text ?? "",
            Paragraph { Label: { } label } => label.Text,
            _ => null,
        })
        .OfType<string>();
}
