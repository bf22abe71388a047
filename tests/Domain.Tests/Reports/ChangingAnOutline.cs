using Domain.Reports;

namespace Domain.Tests.Reports;

public class ChangingAnOutline
{
    // I(1 2) II(3(a))
    private static readonly IReadOnlyList<Section> Sections =
    [
        Section("I", OutlineLevel.Heading), Section("1", OutlineLevel.Clause), Section("2", OutlineLevel.Clause),
        Section("II", OutlineLevel.Heading), Section("3", OutlineLevel.Clause), Section("a", OutlineLevel.Point),
    ];

    [Theory]
    [InlineData("2", "I 2 1 II 3 a")]
    [InlineData("II", "II 3 a I 1 2")]
    [InlineData("3", "I 1 2 3 a II")]
    [InlineData("I", "I 1 2 II 3 a")]
    [InlineData("1", "I 1 2 II 3 a")]
    public void A_section_goes_up_with_all_below_it(string name, string expected) => Assert.Equal(expected, Names(Outline.Up(Sections, Id(name))));

    [Theory]
    [InlineData("1", "I 2 1 II 3 a")]
    [InlineData("I", "II 3 a I 1 2")]
    [InlineData("2", "I 1 II 2 3 a")]
    [InlineData("II", "I 1 2 II 3 a")]
    public void A_section_goes_down_with_all_below_it(string name, string expected) => Assert.Equal(expected, Names(Outline.Down(Sections, Id(name))));

    [Fact]
    public void Going_in_and_out_keeps_the_levels_without_a_gap()
    {
        Assert.Equal("2 3 3 2 3 4", Levels(Sections));
        Assert.Equal("2 3 4 2 3 4", Levels(Outline.In(Sections, Id("2"))));
        Assert.Equal("2 3 3 2 2 3", Levels(Outline.Out(Sections, Id("3"))));
        Assert.Same(Sections, Outline.In(Sections, Id("1")));
        Assert.Same(Sections, Outline.In(Sections, Id("II")));
        Assert.Same(Sections, Outline.In(Sections, Id("I")));
    }

    [Theory]
    [InlineData("1 2 a", "")]
    [InlineData("1 a", "2")]
    [InlineData("2", "1 II")]
    [InlineData("I 3", "1 2 a")]
    public void A_heading_is_empty_where_nobody_drafts_it_or_anything_below_it(string drafted, string expected) =>
        Assert.Equal(expected, Names(Outline.EmptyHeadings([.. Sections.Select(section => drafted.Split(' ').Any(name => section.Id == Id(name)) ? section with { Units = [new(Guid.NewGuid())] } : section)])));

    [Fact]
    public void What_is_removed_takes_along_what_stands_below_it() => Assert.Equal("I 1 2", Names(Outline.Remove(Sections, Id("II"))));

    [Fact]
    public void What_is_added_has_the_rank_of_the_one_before_it()
    {
        var added = Outline.Add(Sections, Id("new"), Id("II"));

        Assert.Equal(OutlineLevel.Heading, added[^1].Level);
        Assert.Equal(OutlineLevel.Clause, Outline.Add(Sections, Id("new"), Id("1"))[2].Level);
        Assert.Equal(OutlineLevel.Heading, Assert.Single(Outline.Add([], Id("new"), null)).Level);
    }

    [Theory]
    [InlineData("3", "2", "I 1 3 a 2 II", "2 3 3 4 3 2")]
    [InlineData("3", "I", "3 a I 1 2 II", "2 3 2 3 3 2")]
    [InlineData("1", null, "I 2 II 3 a 1", "2 3 2 3 4 3")]
    [InlineData("II", "3", "I 1 2 II 3 a", "2 3 3 2 3 4")]
    public void What_is_dropped_is_as_deep_as_its_place_allows(string name, string? before, string names, string levels)
    {
        var placed = Outline.Place(Sections, Id(name), before is null ? null : Id(before));

        Assert.Equal(names, Names(placed));
        Assert.Equal(levels, Levels(placed));
    }

    private static SectionId Id(string name) => Sections.FirstOrDefault(section => section.Heading == name)?.Id ?? new(Guid.NewGuid());

    private static Section Section(string name, OutlineLevel level) => new() { Id = new(Guid.NewGuid()), Level = level, Heading = name };

    private static string Names(IEnumerable<Section> sections) => string.Join(' ', sections.Select(section => section.Heading));

    private static string Levels(IEnumerable<Section> sections) => string.Join(' ', sections.Select(section => (int)section.Level));
}
