using Domain;

namespace Workflows.Searching;

/// <summary>What is looked for: everything in it must be found in one text.</summary>
/// <param name="Terms">Each one word, or words that follow each other: what stood between quotation marks, or a number with its symbol ("1848/BC-UBND").</param>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms)
{
    /// <summary>How many letters may be asked for at once.</summary>
    public const int MaxLength = 200;

    private static readonly char[] quotes = ['"', '“', '”', '«', '»'];

    /// <summary>Null where there is no word in it.</summary>
    public static Outcome<SearchQuery>? Of(string? asked)
    {
        if (asked is null) return null;
        if (asked.Length > MaxLength) return SearchRefusals.TooLong;

        // Every second part stands between quotation marks.
        var terms = asked.Split(quotes)
            .SelectMany((part, place) => place % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(SearchTerm.Of)
            .Where(term => term.Words.Count > 0)
            .DistinctBy(term => string.Join(' ', term.Words))
            .ToList();

        if (terms.Count == 0) return null;

        return new SearchQuery(terms);
    }

    /// <summary>Whether a word of a text is one of those that are looked for.</summary>
    public bool Means(SpelledWord word) => Terms.Any(term => term.Words.Contains(term.IsMarked ? word.Spelled : word.Folded));
}

/// <param name="Words">In the order in which they must follow each other.</param>
/// <param name="IsMarked">Whether the words are spelled with their marks; else any marks will do.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool IsMarked)
{
    internal static SearchTerm Of(string part)
    {
        var words = Spelling.WordsOf(part).ToList();
        var isMarked = words.Exists(word => word.IsMarked);

        return new([.. words.Select(word => isMarked ? word.Spelled : word.Folded)], isMarked);
    }
}

public static class SearchRefusals
{
    public static Refusal TooLong { get; } = new(RefusalKind.Invalid, "search-too-long",
        new($"Xin tìm tối đa {SearchQuery.MaxLength} chữ một lần.", $"At most {SearchQuery.MaxLength} letters can be looked for at once."));
}
