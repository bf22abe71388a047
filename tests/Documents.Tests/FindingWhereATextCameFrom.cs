using CsCheck;
using Documents.Consolidating;
using Domain.Reports;

namespace Documents.Tests;

public sealed class FindingWhereATextCameFrom
{
    private static readonly string[] Vocabulary = ["thu", "chi", "ngân sách", "đạt", "96%", "1.234,5", "dự toán", "xã", "y tế", "trường học", "giảm nghèo", "đất đai", "hộ", "tỷ đồng", "vắc-xin", "đường"];

    private static readonly Gen<string> Line = Gen.Int[0, Vocabulary.Length - 1].Select(place => Vocabulary[place]).Array[4, 14].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Contribution = Gen.OneOf(Line, Line.Select(line => $"- {line}"), Line.Select(line => $"# {line}")).Array[1, 6].Select(parts => string.Join("\n\n", parts));

    [Fact]
    public void A_text_that_is_its_contributions_one_after_the_other_comes_from_them_in_that_order() => Gen.Select(Contribution, Contribution).Sample((first, second) =>
    {
        var origins = Of($"{first}\n\n{second}", first, second);

        Assert.Equal(SectionText.Read(first).Parts.Count + SectionText.Read(second).Parts.Count, origins.Parts.Count);
        Assert.All(origins.Parts, origin => Assert.False(origin.IsEdited || origin.Source is null));
        Assert.All(origins.Parts, origin => Assert.True(SectionText.Read(origin.Source == 0 ? first : second).Parts.Count > origin.Part));
    }, iter: 300);

    [Fact]
    public void A_part_that_was_taken_is_known_wherever_it_stands() => Gen.Select(Contribution, Contribution, Gen.Int[0, 20], Gen.Int[0, 20]).Sample((first, second, part, at) =>
    {
        var (into, from) = (SectionText.Read(first), SectionText.Read(second));
        var place = at % (into.Parts.Count + 1);
        var taken = part % from.Parts.Count;

        var origin = Of(into.With(place, from, [taken]).Write(), second).Parts[place];

        Assert.False(origin.IsEdited);
        Assert.Equal(from.Parts[taken].Source, from.Parts[origin.Part].Source);
    }, iter: 300);

    [Fact]
    public void Without_contributions_all_is_the_offices_own() => Contribution.Sample(text => Assert.All(Of(text).Parts, origin => Assert.Equal(Origin.Office, origin)), iter: 50);

    [Fact]
    public void A_paragraph_with_a_word_changed_is_edited_and_a_new_one_is_the_offices()
    {
        var origins = Of(
            "Tiêm chủng đến 31/8 đạt 97% kế hoạch.\n\nThu ngân sách đạt 96% dự toán.\n\nVăn phòng đề nghị các đơn vị tiếp tục theo dõi.",
            "Thu ngân sách đạt **96%** dự toán.",
            "Tiêm chủng đạt 97% kế hoạch.\n\nKhông có dịch bệnh.");

        Assert.Equal([new(1, 0, true), new(0, 0, false), Origin.Office], origins.Parts);
        Assert.Equal([0], origins.From(1, 0));
        Assert.Empty(origins.From(1, 1));
    }

    [Fact]
    public void A_footnote_that_was_given_another_name_is_no_edit_and_one_with_other_words_is()
    {
        const string given = "Thu đạt 96% dự toán năm[^1].\n\n[^1]: Số đến 31/8.";

        Assert.Equal([new(0, 0, false)], Of("Thu đạt 96% dự toán năm[^2-1].\n\n[^2-1]: Số đến 31/8.", given).Parts);
        Assert.Equal([new(0, 0, true)], Of("Thu đạt 96% dự toán năm[^1].\n\n[^1]: Số đến 30/9.", given).Parts);
    }

    [Fact]
    public void The_same_words_from_two_units_come_from_each_once() =>
        Assert.Equal([new(0, 0, false), new(1, 0, false)], Of("Không có.\n\nKhông có.", "Không có.", "Không có.").Parts);

    private static TextOrigins Of(string text, params string[] contributions) => TextOrigins.Of(text, contributions, OutlineLevel.Clause);
}
