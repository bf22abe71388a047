using System.Text;
using Documents.Comparison;

namespace Documents.Merging;

/// <summary>Two texts that were both written on a third, as one: paragraph by paragraph, in a list or a table line by line.</summary>
public sealed record TextMerge(IReadOnlyList<MergePart> Parts)
{
    /// <summary>How many places both changed, each in another way.</summary>
    public int Conflicts { get; } = Parts.Count(part => part is MergeConflict);

    /// <summary>The one text; null where somebody has to choose first.</summary>
    public string? Text => Conflicts == 0 ? TextWith([]) : null;

    public static TextMerge Of(string @base, string theirs, string mine)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(mine);

        var (old, first, second) = (Passage.Split(@base), Passage.Split(theirs), Passage.Split(mine));
        var (toFirst, toSecond) = (Kept(old, first), Kept(old, second));
        var parts = new List<MergePart>();
        var (a, b, c) = (0, 0, 0);

        for (var at = 0; at <= old.Count; at++)
        {
            // What stands in all three holds the places in between apart.
            if (at < old.Count && !(toFirst.ContainsKey(at) && toSecond.ContainsKey(at))) continue;

            var (endOfFirst, endOfSecond) = at < old.Count ? (toFirst[at], toSecond[at]) : (first.Count, second.Count);
            Add(parts, old[a..at], first[b..endOfFirst], second[c..endOfSecond]);
            if (at < old.Count) Keep(parts, Newer(old[at], first[endOfFirst], second[endOfSecond]));
            (a, b, c) = (at + 1, endOfFirst + 1, endOfSecond + 1);
        }

        return new(parts);
    }

    /// <param name="choices">For each conflict, in their order, which side stays.</param>
    public string TextWith(IReadOnlyList<MergeChoice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);

        var text = new StringBuilder();
        var next = 0;
        foreach (var part in Parts)
        {
            var chosen = part switch
            {
                MergeKept kept => [kept.Text],
                MergeConflict conflict => conflict.Chosen(choices[next++]),
                _ => [],
            };

            foreach (var one in chosen.Where(one => one.Length > 0)) Join(text, one);
        }

        return text.ToString();
    }

    private static void Add(List<MergePart> parts, List<Passage> old, List<Passage> theirs, List<Passage> mine)
    {
        // Neighbours that were changed one by the one, one by the other: what either left as it was is the other's.
        var (first, last) = (0, 0);
        while (first < Shortest() && LeftByOne(old[first], theirs[first], mine[first])) Keep(parts, Changed(old[first], theirs[first], mine[first++]));
        while (first + last < Shortest() && LeftByOne(old[^(last + 1)], theirs[^(last + 1)], mine[^(last + 1)])) last++;

        AddWhole(parts, old[first..^last], theirs[first..^last], mine[first..^last]);
        for (var at = last; at > 0; at--) Keep(parts, Changed(old[^at], theirs[^at], mine[^at]));

        int Shortest() => Math.Min(old.Count, Math.Min(theirs.Count, mine.Count));
    }

    private static bool LeftByOne(Passage old, Passage theirs, Passage mine) => theirs.Text == old.Text || mine.Text == old.Text;

    private static Passage Changed(Passage old, Passage theirs, Passage mine) => theirs.Text == old.Text ? mine : theirs;

    private static void AddWhole(List<MergePart> parts, List<Passage> old, List<Passage> theirs, List<Passage> mine)
    {
        if (Same(theirs, old) || Same(theirs, mine)) Keep(parts, [.. mine]);
        else if (Same(mine, old)) Keep(parts, [.. theirs]);
        else parts.Add(new MergeConflict(Passage.Join(old), Passage.Join(theirs), Passage.Join(mine)));
    }

    private static void Keep(List<MergePart> parts, params ReadOnlySpan<Passage> passages)
    {
        var text = Passage.Join(passages.ToArray());
        if (text.Length == 0) return;

        if (parts is [.., MergeKept last])
        {
            var joined = new StringBuilder(last.Text);
            Join(joined, text);
            parts[^1] = new MergeKept(joined.ToString());
        }
        else
        {
            parts.Add(new MergeKept(text));
        }
    }

    /// <summary>The same words; the space below them may be new.</summary>
    private static Passage Newer(Passage old, Passage theirs, Passage mine) => mine.After == old.After ? theirs : mine;

    /// <summary>The last passage of a text ends without a line end, wherever it stands now.</summary>
    private static void Join(StringBuilder text, string next)
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append("\n\n");
        text.Append(next);
    }

    private static bool Same(List<Passage> one, List<Passage> other) => one.Select(passage => passage.Text).SequenceEqual(other.Select(passage => passage.Text));

    private static Dictionary<int, int> Kept(List<Passage> old, List<Passage> @new)
    {
        var kept = new Dictionary<int, int>();
        foreach (var (before, after) in Sequences.Align([.. old.Select(passage => passage.Text)], [.. @new.Select(passage => passage.Text)]))
        {
            if (before is { } from && after is { } to) kept.Add(from, to);
        }

        return kept;
    }
}

/// <summary>A stretch of the merged text.</summary>
public abstract record MergePart;

/// <summary>What nobody changed, or only one did, or both in the same way.</summary>
public sealed record MergeKept(string Text) : MergePart;

/// <summary>What both changed, each in another way. Any of the three may be empty.</summary>
public sealed record MergeConflict(string Base, string Theirs, string Mine) : MergePart
{
    internal IReadOnlyList<string> Chosen(MergeChoice choice) => choice switch
    {
        MergeChoice.Theirs => [Theirs],
        MergeChoice.Mine => [Mine],
        _ => [Theirs, Mine],
    };
}

/// <summary>Which side of a conflict stays.</summary>
public enum MergeChoice
{
    Both,
    Theirs,
    Mine,
}
