using CsCheck;
using Documents.Consolidating;
using Domain.Reports;

namespace Documents.Tests;

public sealed class PuttingATextTogether
{
    private static readonly string[] Vocabulary = ["thu", "chi", "ngân sách", "đạt", "96%", "**đạt**", "dự toán", "[x](https://a.vn)", "ấp[^a]", "xã[^1]", "$", "|"];

    private static readonly Gen<string> Line = Gen.Int[0, Vocabulary.Length - 1].Select(place => Vocabulary[place]).Array[1, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Block = Gen.OneOf(
        Line,
        Line.Select(line => $"  {line}"),
        Line.Select(line => $"# {line}"),
        Line.Array[1, 4].Select(lines => string.Join('\n', lines.Select(line => $"- {line}"))),
        Line.Array[1, 3].Select(lines => string.Join('\n', lines.Select(line => $"  - {line}\n    - {line}"))),
        Line.Array[1, 4].Select(lines => string.Join('\n', lines.Select((line, place) => $"{place + 1}. {line}"))),
        Line.Array[1, 4].Select(lines => string.Join('\n', lines.Select((line, place) => $"{"abcd"[place]}) {line}"))),
        Gen.Const("| A | B |\n|---|---|\n| 1 | 2 |"),
        Gen.Const("+---+---+\n| A | B |\n+---+---+"),
        Gen.Const("[x]: https://b.vn"),
        Gen.Const("---"),
        Gen.Const("```\n# không phải tiêu đề\n\n- a\n```"));

    private static readonly Gen<string> Text = Gen.Select(Block.Array[0, 8], Gen.Bool, (blocks, below) => below
        ? string.Join("\n\n", blocks) + "\n\n[^a]: Số liệu đến 31/8.\n\n[^1]: Theo\n    Công văn 12."
        : "[^a]: Số liệu đến 31/8.\n\n" + string.Join("\n\n", blocks) + "\n\n[^1]: Theo Công văn 12.");

    [Fact]
    public void A_text_that_is_taken_apart_and_written_again_has_the_same_parts() => Text.Sample(text =>
    {
        var read = SectionText.Read(text);
        var again = SectionText.Read(read.Write());

        Assert.Equal(read.Write(), again.Write());
        Assert.Equal(Sources(read), Sources(again));
        Assert.Equal(2, again.Notes.Count);
    }, iter: 500);

    [Fact]
    public void Every_line_of_a_text_is_in_a_part_or_a_footnote() => Text.Sample(text =>
    {
        var read = SectionText.Read(text);
        var parts = string.Join('\n', [.. Sources(read), .. read.Notes.Select(note => note.Source)]).Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);

        Assert.All(text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0), line => Assert.Contains(line, parts));
    }, iter: 500);

    [Fact]
    public void Moving_a_part_and_moving_it_back_leaves_the_text_as_it_was() => Gen.Select(Text, Gen.Int[0, 20]).Sample((text, place) =>
    {
        var read = SectionText.Read(text);
        if (read.Parts.Count < 2) return;

        var part = place % (read.Parts.Count - 1);

        Assert.Equal(read.Write(), read.Moved(part, 1).Moved(part + 1, -1).Write());
        Assert.Equal(Sources(read).Order(StringComparer.Ordinal), Sources(read.Moved(part, 1)).Order(StringComparer.Ordinal));
    }, iter: 300);

    [Fact]
    public void A_part_that_is_put_in_and_left_out_again_leaves_no_trace() => Gen.Select(Text, Text, Gen.Int[0, 20], Gen.Int[0, 20]).Sample((text, other, at, part) =>
    {
        var (into, from) = (SectionText.Read(text), SectionText.Read(other));
        if (from.Parts.Count == 0) return;

        var place = at % (into.Parts.Count + 1);
        var taken = into.With(place, from, [part % from.Parts.Count]);

        Assert.Equal(into.Parts.Count + 1, taken.Parts.Count);
        Assert.Equal(Sources(into), Sources(taken.Without(place)));
    }, iter: 300);

    [Fact]
    public void A_footnote_comes_along_with_its_paragraph_under_a_name_of_its_own()
    {
        var into = SectionText.Read("Thu đạt 96%[^1].\n\n[^1]: Số của Tài chính.");
        var from = SectionText.Read("Tiêm chủng 97%[^1].\n\nKhông có dịch.\n\n[^1]: Số của Y tế.");

        var text = into.With(1, from, [0]).Write();

        Assert.Equal("Thu đạt 96%[^1].\n\nTiêm chủng 97%[^2-1].\n\n[^1]: Số của Tài chính.\n\n[^2-1]: Số của Y tế.\n", text);
        Assert.Equal("Thu đạt 96%[^1].\n\n[^1]: Số của Tài chính.\n", SectionText.Read(text).Without(1).Write());
    }

    [Fact]
    public void The_dashes_of_a_list_are_taken_one_by_one_and_stand_close_again()
    {
        var text = SectionText.Read("- Thu\n- Chi\n\nHết.");

        Assert.Equal(["- Thu", "- Chi", "Hết."], Sources(text));
        Assert.Equal("- Chi\n- Thu\n\nHết.\n", text.Moved(0, 1).Write());
    }

    [Fact]
    public void What_is_written_in_a_paragraphs_place_may_be_several_or_none()
    {
        var text = SectionText.Read("Một[^1].\n\nHai.\n\n[^1]: Chú thích.");

        Assert.Equal("Một[^1].\n\n[^1]: Chú thích.", text.Editable(0));
        Assert.Equal("A.\n\nB.\n\nHai.\n", text.Replaced(0, "A.\n\nB.").Write());
        Assert.Equal("Hai.\n", text.Replaced(0, " ").Write());
        Assert.Equal("Một[^1].\n\nHai.\n\n[^1]: Chú thích mới.\n", text.Replaced(0, "Một[^1].\n\n[^1]: Chú thích mới.").Write());
    }

    [Fact]
    public void Parts_are_shown_as_many_as_there_are() => Text.Sample(text =>
        Assert.Equal(SectionText.Read(text).Parts.Count, ShownParts.Of(text, OutlineLevel.Clause, new("text", 3, "/api/images/", "Bảng", "Chú thích")).Parts.Count), iter: 200);

    private static IEnumerable<string> Sources(SectionText text) => text.Parts.Select(part => part.Source);
}
