using Domain.Reports;

namespace Documents.Model;

/// <summary>Counts the headings of a report and the numbered paragraphs among them: under one heading no number of a level stands twice,
/// whether it opens a heading or a paragraph.</summary>
internal sealed class Numbering
{
    /// <summary>The level below which everything has dashes: in tables and notes nothing takes part in the numbering of the outline.</summary>
    public const int Unnumbered = (int)OutlineLevel.Point;

    private const int Deepest = (int)OutlineLevel.Point;

    private readonly int[] counters = new int[Deepest + 1];

    /// <summary>The last letter of a count within a point's text; 0 outside one.</summary>
    private int ownLetters;

    /// <summary>The rank of the last heading. Texts outside any heading count as if they stood under "I.".</summary>
    public int Rank { get; private set; } = (int)OutlineLevel.Heading;

    /// <summary>The next heading of the rank; null below the points, which have no number.</summary>
    public NumberLabel? Heading(int rank)
    {
        Rank = rank;
        ownLetters = 0;

        return rank > Deepest ? null : Count((OutlineLevel)rank, counters[rank] + 1);
    }

    public void LeaveHeadings() => Rank = (int)OutlineLevel.Heading;

    /// <summary>A paragraph with the numerals of its level; below the points a dash.</summary>
    public Label Numbered(int level, int number) =>
        level > Deepest ? new DashLabel(level - Deepest) : Count((OutlineLevel)level, number);

    /// <summary>A paragraph that its author lettered.</summary>
    public NumberLabel Lettered(int number)
    {
        // Below a point's heading the next letter goes on with the headings; any other begins a count of the paragraphs' own.
        var isOwn = Rank >= Deepest && (number == ownLetters + 1 && ownLetters > 0 || number != counters[Deepest] + 1);
        if (!isOwn) return Count(OutlineLevel.Point, number);

        ownLetters = number;

        return new(OutlineLevel.Point, number);
    }

    private NumberLabel Count(OutlineLevel level, int number)
    {
        counters[(int)level] = number;
        Array.Clear(counters, (int)level + 1, Deepest - (int)level);

        return new(level, number);
    }
}
