namespace Documents.Comparison;

/// <summary>Finds for each line of one text its like in another: first those that are the same, and between them those that are alike.</summary>
internal static class Alignment
{
    /// <summary>The share of words in common from which a line is a changed one rather than another.</summary>
    private const double Alike = 0.4;

    /// <summary>Past so many comparisons what stands between two same lines is gone and new as a whole.</summary>
    private const int MostComparisons = 200_000;

    /// <param name="says">The words by which two lines are the same or alike.</param>
    /// <param name="mayPair">Whether two lines are of a kind.</param>
    /// <param name="counts">Whether a word makes lines alike.</param>
    public static List<(T? Old, T? New)> Of<T>(
        IReadOnlyList<T> old, IReadOnlyList<T> @new, Func<T, IReadOnlyList<string>> says, Func<T, T, bool> mayPair, Func<string, bool> counts)
        where T : class
    {
        var (before, after) = (Lines(old), Lines(@new));
        var pairs = new List<(T? Old, T? New)>();
        var (gone, added) = (new List<Line<T>>(), new List<Line<T>>());

        foreach (var (first, second) in Sequences.Align([.. before.Select(line => line.Whole)], [.. after.Select(line => line.Whole)]))
        {
            if (first is { } one && second is { } other)
            {
                Close();
                // The same words may still be of another kind, as a line is no table.
                pairs.AddRange(mayPair(before[one].Source, after[other].Source) ? [(before[one].Source, after[other].Source)] : [(before[one].Source, null), (null, after[other].Source)]);
            }
            else if (first is { } lost) gone.Add(before[lost]);
            else if (second is { } found) added.Add(after[found]);
        }

        Close();

        return pairs;

        List<Line<T>> Lines(IReadOnlyList<T> of) => [.. of.Select(one => Line<T>.Of(one, says(one), counts))];

        void Close()
        {
            pairs.AddRange(Between(gone, added, mayPair));
            gone.Clear();
            added.Clear();
        }
    }

    private sealed record Line<T>(T Source, string Whole, Dictionary<string, int> Words, int Count)
    {
        public static Line<T> Of(T source, IReadOnlyList<string> words, Func<string, bool> counts)
        {
            var bag = new Dictionary<string, int>(StringComparer.Ordinal);
            var count = 0;
            foreach (var word in words)
            {
                if (!counts(word)) continue;
                bag[word] = bag.GetValueOrDefault(word) + 1;
                count++;
            }

            return new(source, string.Join('\u001e', words), bag, count);
        }
    }

    /// <summary>The pairs, in order, that have the most in common together.</summary>
    private static IEnumerable<(T? Old, T? New)> Between<T>(List<Line<T>> gone, List<Line<T>> added, Func<T, T, bool> mayPair)
        where T : class
    {
        var likeness = new double[gone.Count + 1, added.Count + 1];
        if ((long)gone.Count * added.Count is > 0 and <= MostComparisons) Fill();

        var (from, to) = (0, 0);
        while (from < gone.Count && to < added.Count)
        {
            if (likeness[from, to] <= likeness[from + 1, to]) yield return (gone[from++].Source, null);
            else if (likeness[from, to] <= likeness[from, to + 1]) yield return (null, added[to++].Source);
            else yield return (gone[from++].Source, added[to++].Source);
        }

        for (; from < gone.Count; from++) yield return (gone[from].Source, null);
        for (; to < added.Count; to++) yield return (null, added[to].Source);

        // What all lines from here on have in common at best.
        void Fill()
        {
            for (var one = gone.Count - 1; one >= 0; one--)
                for (var other = added.Count - 1; other >= 0; other--)
                {
                    var apart = Math.Max(likeness[one + 1, other], likeness[one, other + 1]);
                    var alike = mayPair(gone[one].Source, added[other].Source) ? LikenessOf(gone[one], added[other]) : 0;
                    likeness[one, other] = alike >= Alike ? Math.Max(apart, likeness[one + 1, other + 1] + alike) : apart;
                }
        }
    }

    private static double LikenessOf<T>(Line<T> one, Line<T> other)
    {
        // Lines of very different length cannot reach the share, and most pairs are such.
        var (shorter, longer) = one.Count <= other.Count ? (one, other) : (other, one);
        if (shorter.Count == 0 || 2.0 * shorter.Count / (shorter.Count + longer.Count) < Alike) return 0;

        var common = shorter.Words.Sum(word => Math.Min(word.Value, longer.Words.GetValueOrDefault(word.Key)));

        return 2.0 * common / (one.Count + other.Count);
    }
}
