using CsCheck;
using Documents.Merging;

namespace Documents.Tests;

public sealed class MergingTwoTexts
{
    private static readonly Gen<string[]> Paragraphs = Gen.Int[0, 30].Select(number => $"Đoạn {number}.").Array[1, 12];

    [Fact]
    public void Changes_in_different_paragraphs_both_stay()
    {
        var merge = TextMerge.Of("Một.\n\nHai.\n\nBa.\n", "Một của họ.\n\nHai.\n\nBa.\n", "Một.\n\nHai.\n\nBa của tôi.\n\nBốn của tôi.\n");

        Assert.Equal("Một của họ.\n\nHai.\n\nBa của tôi.\n\nBốn của tôi.", merge.Text?.TrimEnd());
    }

    [Fact]
    public void Changes_in_different_lines_of_a_list_and_rows_of_a_table_both_stay()
    {
        var merge = TextMerge.Of(
            "- a\n- b\n- c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |",
            "- a họ\n- b\n- c\n\n| x | y |\n|---|---|\n| 1 | 2 họ |\n| 3 | 4 |\n| 5 | 6 |",
            "- a\n- b\n- c tôi\n\n| x | y |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 tôi |");

        Assert.Equal("- a họ\n- b\n- c tôi\n\n| x | y |\n|---|---|\n| 1 | 2 họ |\n| 3 | 4 |\n| 5 | 6 tôi |", merge.Text);
    }

    [Fact]
    public void The_same_paragraph_changed_twice_is_for_people_to_decide()
    {
        var merge = TextMerge.Of("Đầu.\n\nThu đạt 96%.\n\nCuối.", "Đầu.\n\nThu đạt 97%.\n\nCuối.", "Đầu.\n\nThu ước đạt 96%.\n\nCuối.");

        Assert.Null(merge.Text);
        Assert.Equal(1, merge.Conflicts);
        Assert.Equal("Đầu.\n\nThu đạt 97%.\n\nCuối.", merge.TextWith([MergeChoice.Theirs]));
        Assert.Equal("Đầu.\n\nThu ước đạt 96%.\n\nCuối.", merge.TextWith([MergeChoice.Mine]));
        Assert.Equal("Đầu.\n\nThu đạt 97%.\n\nThu ước đạt 96%.\n\nCuối.", merge.TextWith([MergeChoice.Both]));
    }

    [Fact]
    public void The_same_change_made_twice_is_one() =>
        Assert.Equal("Một mới.\n\nHai.", TextMerge.Of("Một.\n\nHai.", "Một mới.\n\nHai.", "Một mới.\n\nHai.").Text);

    [Fact]
    public void What_only_one_changed_is_theirs() => Paragraphs.Select(Paragraphs).Sample((old, @new) =>
        TextMerge.Of(Joined(old), Joined(old), Joined(@new)).Text == Joined(@new) && TextMerge.Of(Joined(old), Joined(@new), Joined(old)).Text == Joined(@new));

    [Fact]
    public void Edits_that_do_not_touch_are_merged_without_a_question() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[0, 100], Gen.Int[0, 100]).Sample((length, first, second) =>
        {
            var old = Enumerable.Range(0, length).Select(number => $"Đoạn {number}.").ToArray();
            var (theirs, mine) = (first % length, second % length);
            if (theirs == mine) return;

            var merge = TextMerge.Of(Joined(old), Joined(With(old, theirs, "Của họ.")), Joined(With(old, mine, "Của tôi.")));

            Assert.Equal(Joined(With(With(old, theirs, "Của họ."), mine, "Của tôi.")), merge.Text);
        });

    [Theory]
    [InlineData("Một.", "Một của họ.", "Một.\n\nThêm.", "Một của họ.\n\nThêm.")]
    [InlineData("Một.", "Một của họ.", "Thêm.\n\nMột.", "Thêm.\n\nMột của họ.")]
    [InlineData("Một.\n\nHai.", "Một.", "Một của tôi.\n\nHai.", "Một của tôi.")]
    public void One_adds_or_removes_beside_what_the_other_changes(string old, string theirs, string mine, string merged) =>
        Assert.Equal(merged, TextMerge.Of(old, theirs, mine).Text?.TrimEnd());

    [Fact]
    public void With_both_sides_kept_no_new_word_is_lost() => Gen.Select(Paragraphs, Paragraphs, Paragraphs).Sample((old, theirs, mine) =>
    {
        // Each side's own words are unlike the other's.
        var (first, second) = (theirs.Select(text => $"{text} họ").Concat(old.Take(3)).ToArray(), old.Skip(1).Concat(mine.Select(text => $"{text} tôi")).ToArray());
        var merge = TextMerge.Of(Joined(old), Joined(first), Joined(second));

        var text = merge.TextWith([.. Enumerable.Repeat(MergeChoice.Both, merge.Conflicts)]).Split("\n\n").ToHashSet();

        Assert.Superset(first.Where(one => one.EndsWith("họ", StringComparison.Ordinal)).ToHashSet(), text);
        Assert.Superset(second.Where(one => one.EndsWith("tôi", StringComparison.Ordinal)).ToHashSet(), text);
    });

    private static string Joined(string[] paragraphs) => string.Join("\n\n", paragraphs);

    private static string[] With(string[] paragraphs, int place, string text) => [.. paragraphs.Select((one, at) => at == place ? text : one)];
}
