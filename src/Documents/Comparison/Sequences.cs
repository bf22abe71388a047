using System.Globalization;
using DiffPlex;

namespace Documents.Comparison;

/// <summary>The shortest way from one sequence to another.</summary>
internal static class Sequences
{
    /// <summary>The places of both in one order; one of the two is null where the other has no like.</summary>
    public static IEnumerable<(int? Old, int? New)> Align(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var (before, after) = (0, 0);

        foreach (var block in DiffsOf(old, @new))
        {
            for (; before < block.DeleteStartA; before++, after++) yield return (before, after);
            for (; before < block.DeleteStartA + block.DeleteCountA; before++) yield return (before, null);
            for (; after < block.InsertStartB + block.InsertCountB; after++) yield return (null, after);
        }

        for (; before < old.Count; before++, after++) yield return (before, after);
    }

    private static IList<DiffPlex.Model.DiffBlock> DiffsOf(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        // DiffPlex takes texts and cuts them up itself, so each word goes there as a number.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);

        return Differ.Instance.CreateDiffs(Joined(old), Joined(@new), ignoreWhiteSpace: false, ignoreCase: false, Numbers.Instance).DiffBlocks;

        string Joined(IReadOnlyList<string> words) => string.Join(' ', words.Select(word =>
        {
            if (!numbers.TryGetValue(word, out var number)) numbers.Add(word, number = numbers.Count);

            return number.ToString(CultureInfo.InvariantCulture);
        }));
    }

    private sealed class Numbers : IChunker
    {
        public static readonly Numbers Instance = new();

        public IReadOnlyList<string> Chunk(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
