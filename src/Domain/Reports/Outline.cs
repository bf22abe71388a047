namespace Domain.Reports;

/// <summary>How an outline is changed: a section always takes along what stands below it, and a change that would leave a level out is not made.</summary>
public static class Outline
{
    /// <summary>The section and all that stands below it, as the places from the first up to but not with the second.</summary>
    public static (int From, int To) Branch(IReadOnlyList<Section> sections, SectionId id)
    {
        var from = PlaceOf(sections, id);
        var to = from + 1;
        if (sections[from].Level != OutlineLevel.Plain)
            while (to < sections.Count && sections[to].Level > sections[from].Level) to++;

        return (from, to);
    }

    /// <summary>Before the section above of the same rank; the first below a heading goes to the end of the heading before.</summary>
    public static IReadOnlyList<Section> Up(IReadOnlyList<Section> sections, SectionId id)
    {
        var (from, to) = Branch(sections, id);
        var target = from - 1;
        while (target > 0 && sections[target].Level > sections[from].Level && sections[from].Level != OutlineLevel.Plain) target--;

        return target < 0 ? sections : Fitting(sections, Moved(sections, from, to, target));
    }

    /// <summary>Behind the section below of the same rank; the last below a heading becomes the first of the heading after.</summary>
    public static IReadOnlyList<Section> Down(IReadOnlyList<Section> sections, SectionId id)
    {
        var (from, to) = Branch(sections, id);
        if (to == sections.Count) return sections;

        var next = sections[to];
        var target = next.Level == sections[from].Level ? Branch(sections, next.Id).To : to + 1;

        return Fitting(sections, Moved(sections, from, to, target));
    }

    /// <summary>One level lower, below the section above.</summary>
    public static IReadOnlyList<Section> In(IReadOnlyList<Section> sections, SectionId id) => Shifted(sections, id, 1);

    /// <summary>One level higher.</summary>
    public static IReadOnlyList<Section> Out(IReadOnlyList<Section> sections, SectionId id) => Shifted(sections, id, -1);

    /// <summary>Without the section and what stands below it.</summary>
    public static IReadOnlyList<Section> Remove(IReadOnlyList<Section> sections, SectionId id)
    {
        var (from, to) = Branch(sections, id);

        return Fitting(sections, [.. sections.Take(from), .. sections.Skip(to)]);
    }

    /// <summary>A new section of the same rank behind another and what stands below that; at the end where none is named.</summary>
    public static IReadOnlyList<Section> Add(IReadOnlyList<Section> sections, SectionId added, SectionId? after)
    {
        ArgumentNullException.ThrowIfNull(sections);

        var place = after is { } behind ? Branch(sections, behind).To : sections.Count;
        var rank = after is { } like ? sections[PlaceOf(sections, like)].Level : sections.LastOrDefault(section => section.Level != OutlineLevel.Plain)?.Level ?? OutlineLevel.Heading;

        return [.. sections.Take(place), new() { Id = added, Level = rank == OutlineLevel.Plain ? OutlineLevel.Heading : rank, Heading = "" }, .. sections.Skip(place)];
    }

    /// <summary>To where it was dropped: before another section, or at the end; as deep as the place allows.</summary>
    public static IReadOnlyList<Section> Place(IReadOnlyList<Section> sections, SectionId id, SectionId? before)
    {
        var (from, to) = Branch(sections, id);
        var target = before is { } section ? PlaceOf(sections, section) : sections.Count;
        if (target >= from && target <= to) return sections;

        var above = target == 0 ? OutlineLevel.Plain : sections[target - 1].Level;
        var deepest = above == OutlineLevel.Plain ? OutlineLevel.Heading : above + 1;
        var by = int.Min(0, deepest - sections[from].Level);
        var lifted = sections.Select((one, place) => place >= from && place < to && one.Level != OutlineLevel.Plain ? one with { Level = one.Level + by } : one).ToList();

        return Fitting(sections, Moved(lifted, from, to, target));
    }

    /// <summary>The first section whose level leaves one out; null where none does.</summary>
    public static Section? LevelLeftOut(IReadOnlyList<Section> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);

        // A level may go down by one at a time; the law's numbering has no other meaning.
        var above = OutlineLevel.Plain;
        foreach (var section in sections)
        {
            if (section.Level > above + 1 && !(above == OutlineLevel.Plain && section.Level == OutlineLevel.Heading)) return section;

            above = section.Level;
        }

        return null;
    }

    /// <summary>The headings under which nothing would stand in print: no unit drafts them, nor anything below them. Where one lies below another, the upper.</summary>
    public static IReadOnlyList<Section> EmptyHeadings(IReadOnlyList<Section> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);

        var empty = new List<Section>();
        for (var place = 0; place < sections.Count;)
        {
            var (from, to) = Branch(sections, sections[place].Id);
            var isEmpty = sections.Skip(from).Take(to - from).All(section => !section.IsLeaf);
            if (isEmpty) empty.Add(sections[from]);
            place = isEmpty ? to : from + 1;
        }

        return empty;
    }

    private static IReadOnlyList<Section> Shifted(IReadOnlyList<Section> sections, SectionId id, int by)
    {
        var (from, to) = Branch(sections, id);
        var branch = sections.Skip(from).Take(to - from).ToList();
        if (branch.Any(section => section.Level == OutlineLevel.Plain || section.Level + by is <= OutlineLevel.Plain or > OutlineLevel.Point)) return sections;

        return Fitting(sections, [.. sections.Take(from), .. branch.Select(section => section with { Level = section.Level + by }), .. sections.Skip(to)]);
    }

    private static IReadOnlyList<Section> Moved(IReadOnlyList<Section> sections, int from, int to, int target)
    {
        var branch = sections.Skip(from).Take(to - from);

        return target <= from
            ? [.. sections.Take(target), .. branch, .. sections.Skip(target).Take(from - target), .. sections.Skip(to)]
            : [.. sections.Take(from), .. sections.Skip(to).Take(target - to), .. branch, .. sections.Skip(target)];
    }

    /// <summary>The change, unless it makes a gap in the levels that was not there before.</summary>
    private static IReadOnlyList<Section> Fitting(IReadOnlyList<Section> before, IReadOnlyList<Section> after) =>
        LevelLeftOut(after) is null || LevelLeftOut(before) is not null ? after : before;

    private static int PlaceOf(IReadOnlyList<Section> sections, SectionId id)
    {
        ArgumentNullException.ThrowIfNull(sections);

        for (var place = 0; place < sections.Count; place++)
        {
            if (sections[place].Id == id) return place;
        }

        throw new ArgumentException($"No such section in the outline: {id.Value}", nameof(id));
    }
}
