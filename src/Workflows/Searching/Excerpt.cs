using System.Text;

namespace Workflows.Searching;

/// <param name="IsMatch">Whether it is what was looked for.</param>
public readonly record struct ExcerptPiece(string Text, bool IsMatch);

/// <summary>A few lines of a text around what was found in it.</summary>
public static class Excerpt
{
    private const int Before = 8;
    private const int Length = 40;
    private const string Punctuation = ".,;:!?()/%\"“”–-+";

    public static IReadOnlyList<ExcerptPiece> Of(string text, SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);

        var words = Spelling.WordsOf(text).ToList();
        if (words.Count == 0) return [];

        var isMatch = words.Select(query.Means).ToList();
        var start = Math.Max(0, BestPlace(words, isMatch) - Before);
        var end = Math.Min(words.Count, start + Length);

        var pieces = new List<ExcerptPiece>();
        var plain = new StringBuilder(start > 0 ? "… " : "");

        for (var place = start; place < end; place++)
        {
            if (place > start) plain.Append(Between(text, words[place - 1], words[place]));

            var word = text.Substring(words[place].Start, words[place].Length);
            if (!isMatch[place])
            {
                plain.Append(word);
                continue;
            }

            if (plain.Length > 0) pieces.Add(new(plain.ToString(), IsMatch: false));
            pieces.Add(new(word, IsMatch: true));
            plain.Clear();
        }

        if (end < words.Count) plain.Append(" …");
        if (plain.Length > 0) pieces.Add(new(plain.ToString(), IsMatch: false));

        return pieces;
    }

    /// <summary>Where most of what was looked for stands close together.</summary>
    private static int BestPlace(List<SpelledWord> words, List<bool> isMatch)
    {
        var (best, most) = (0, 0);

        for (var place = 0; place < words.Count; place++)
        {
            if (!isMatch[place]) continue;

            var near = Enumerable.Range(place, Math.Min(Length - Before, words.Count - place)).Where(other => isMatch[other]).Select(other => words[other].Folded).Distinct().Count();
            if (near > most) (best, most) = (place, near);
        }

        return best;
    }

    // The marks of Markdown are nothing to read.
    private static string Between(string text, SpelledWord before, SpelledWord after)
    {
        var kept = new StringBuilder();
        foreach (var letter in text.AsSpan()[(before.Start + before.Length)..after.Start])
        {
            if (Punctuation.Contains(letter, StringComparison.Ordinal)) kept.Append(letter);
            else if (kept.Length == 0 || kept[^1] != ' ') kept.Append(' ');
        }

        return kept.ToString();
    }
}
