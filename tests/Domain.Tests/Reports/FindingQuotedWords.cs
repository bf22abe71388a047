using CsCheck;
using Domain.Reports;

namespace Domain.Tests.Reports;

public sealed class FindingQuotedWords
{
    private const string Text = "Thu ngân sách đạt 96% dự toán. Chi ngân sách đạt 91% dự toán. Tiêm chủng đạt 97%; không có dịch.";

    private static readonly string[] Vocabulary = ["thu", "chi", "ngân", "sách", "đạt", "96%", "dự", "toán", "1.234,5", ";", "𝟗𝟖"];

    private static readonly Gen<string> Words = Gen.Int[0, Vocabulary.Length - 1].Select(place => Vocabulary[place]).Array[1, 60].Select(words => string.Join(' ', words));

    [Fact]
    public void Of_the_same_words_at_several_places_those_with_the_same_around_them_are_meant()
    {
        var second = Text.LastIndexOf("ngân sách", StringComparison.Ordinal);

        Assert.Equal(new AnchoredWords(second, "ngân sách".Length, false), Anchor.At(Text, second, "ngân sách".Length).FindIn(Text));
        Assert.Equal(4, new Anchor("ngân sách").FindIn(Text)?.Start);
    }

    [Fact]
    public void Changed_words_are_found_between_what_stood_around_them() =>
        AssertFound("Chi ngân sách ước đạt 92% dự toán", Anchored("Chi ngân sách đạt 91% dự toán"), Text.Replace("đạt 91%", "ước đạt 92%", StringComparison.Ordinal), isChanged: true);

    [Fact]
    public void Changed_words_are_found_beside_what_is_left_of_one_side() =>
        AssertFound("Tiêm chủng đạt 98%;", Anchored("Tiêm chủng đạt 97%;"), "Chi ngân sách đạt 91% dự toán. Tiêm chủng đạt 98%; dịch sởi đã hết.", isChanged: true);

    [Fact]
    public void Words_that_were_taken_out_are_gone()
    {
        Assert.Null(Anchored("Chi ngân sách đạt 91% dự toán.").FindIn("Thu ngân sách đạt 96% dự toán. Tiêm chủng đạt 97%; không có dịch."));
        Assert.Null(new Anchor("không có ở đâu").FindIn(Text));
        Assert.Null(new Anchor(" \n ").FindIn(Text));
        Assert.Null(Anchored("đạt 97%").FindIn(""));
    }

    [Fact]
    public void Blanks_and_line_ends_do_not_matter() => AssertFound("đạt\n\n 96%", new Anchor("đạt 96%"), "Thu đạt\n\n 96% dự toán", isChanged: false);

    [Fact]
    public void What_was_quoted_is_found_as_it_was() => Gen.Select(Words, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((text, from, to) =>
    {
        var (start, end) = Between(text, from, to);

        var found = Anchor.At(text, start, end - start).FindIn(text);

        if (string.IsNullOrWhiteSpace(text[start..end])) Assert.Null(found);
        else Assert.Equal((Squeezed(text[start..end]), false), (Squeezed(text.Substring(found!.Value.Start, found.Value.Length)), found.Value.IsChanged));
    }, iter: 2000);

    [Fact]
    public void Words_stay_found_whatever_is_written_far_before_and_after_them() => Gen.Select(Words, Words).Sample((before, after) =>
    {
        const string Quoted = "Tiêm chủng đạt 97%; không có dịch";
        var text = $"{before}\n{Text}\n{after}";

        var found = Anchored(Quoted).FindIn(text);

        Assert.Equal(new AnchoredWords(text.IndexOf(Quoted, StringComparison.Ordinal), Quoted.Length, false), found);
    }, iter: 500);

    [Fact]
    public void Whatever_is_sought_what_is_found_lies_within_the_text() => Gen.Select(Words, Words, Words, Words).Sample((exact, prefix, suffix, text) =>
    {
        if (new Anchor(exact, prefix, suffix).FindIn(text) is not { } found) return;

        Assert.InRange(found.Start, 0, text.Length - 1);
        Assert.InRange(found.End, found.Start + 1, text.Length);
        if (!found.IsChanged) Assert.Equal(Squeezed(exact), Squeezed(text[found.Start..found.End]));
    }, iter: 2000);

    private static Anchor Anchored(string words) => Anchor.At(Text, Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static void AssertFound(string words, Anchor anchor, string text, bool isChanged)
    {
        var found = anchor.FindIn(text);

        Assert.NotNull(found);
        Assert.Equal((words, isChanged), (text.Substring(found.Value.Start, found.Value.Length), found.Value.IsChanged));
    }

    private static (int Start, int End) Between(string text, double one, double other)
    {
        var (from, to) = ((int)(Math.Min(one, other) * text.Length), (int)(Math.Max(one, other) * text.Length));

        return (from, Math.Max(from, to));
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
