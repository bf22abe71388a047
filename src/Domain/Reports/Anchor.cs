using System.Text;

namespace Domain.Reports;

/// <summary>
/// The words of a text that a comment is about, with what stood around them: by these they are found again in later versions.
/// A TextQuoteSelector of the W3C Web Annotation model.
/// </summary>
/// <param name="Exact">The words themselves.</param>
/// <param name="Prefix">What stood right before them; empty where nothing did, or where it is not known.</param>
/// <param name="Suffix">What stood right after them.</param>
public sealed record Anchor(string Exact, string Prefix = "", string Suffix = "")
{
    /// <summary>How much of what stands around the words is worth keeping.</summary>
    public const int Around = 48;

    /// <summary>Past so much a prefix or suffix is no selector but a copy of the text.</summary>
    public const int MaxAround = 500;

    /// <summary>The share of words in common from which what stands between prefix and suffix is the quoted words, changed.</summary>
    private const double AlikeBetween = 0.4;

    /// <summary>The same where only one of the two is left.</summary>
    private const double AlikeBeside = 0.6;

    /// <summary>So much of a prefix or suffix still says where the words stood.</summary>
    private const int Telling = 12;

    /// <summary>Of what is equally alike the one with the length of the quoted words is taken.</summary>
    private const double ALittle = 1e-6;

    private const int MostPlaces = 50;

    /// <summary>Words are looked for beside what is left of one side only where that is little work: not for whole pages, not at every place.</summary>
    private const int MostBeside = 1000;

    private const int FewPlaces = 4;

    /// <summary>The anchor of words that stand at a place of a text.</summary>
    public static Anchor At(string text, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(text);

        var end = start + length;

        return new(text.Substring(start, length), text[Math.Max(0, start - Around)..start], text[end..Math.Min(text.Length, end + Around)]);
    }

    /// <summary>
    /// Where the words stand in a text: as they were, of several places the one with the most alike around it; else changed, between what stood around them.
    /// Null where they are gone. Blanks and line ends do not matter.
    /// </summary>
    public AnchoredWords? FindIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var within = Squeezed.Of(text);
        var (exact, prefix, suffix) = (Squeezed.Of(Exact).Text.Trim(), Squeezed.Of(Prefix).Text.Trim(), Squeezed.Of(Suffix).Text.Trim());
        if (exact.Length == 0) return null;

        if (Same(within.Text, exact, prefix, suffix) is { } start) return within.Words(start, start + exact.Length, isChanged: false);

        return Changed(within.Text, exact, prefix, suffix) is var (from, to) ? within.Words(from, to, isChanged: true) : null;
    }

    private static int? Same(string text, string exact, string prefix, string suffix)
    {
        int? best = null;
        var most = -1;

        for (var place = text.IndexOf(exact, StringComparison.Ordinal); place >= 0; place = text.IndexOf(exact, place + 1, StringComparison.Ordinal))
        {
            var around = InCommonBackwards(text.AsSpan(0, place).TrimEnd(), prefix) + text.AsSpan(place + exact.Length).TrimStart().CommonPrefixLength(suffix);
            if (around > most) (best, most) = (place, around);
        }

        return best;
    }

    private static (int From, int To)? Changed(string text, string exact, string prefix, string suffix)
    {
        var starts = Places(text, prefix, fromEnd: true);
        var ends = Places(text, suffix, fromEnd: false);
        var longest = (2 * exact.Length) + 64;
        var words = Bag(exact);

        var pairs = starts.SelectMany(start => ends.Where(end => end > start && end - start <= longest).Select(end => (start, end)));
        if (Best(pairs, AlikeBetween) is { } between) return between;

        // Where both sides are left, nothing of the words is.
        if ((starts.Count > 0 && ends.Count > 0) || exact.Length > MostBeside) return null;

        var beside = starts.Take(FewPlaces).SelectMany(start => Breaks(text, start, Math.Min(text.Length, start + longest)).Select(end => (start, end)))
            .Concat(ends.Take(FewPlaces).SelectMany(end => Breaks(text, Math.Max(0, end - longest), end).Select(start => (start, end))));

        return Best(beside, AlikeBeside);

        (int From, int To)? Best(IEnumerable<(int Start, int End)> candidates, double least)
        {
            (int, int)? best = null;
            foreach (var (start, end) in candidates)
            {
                var (from, to) = Trimmed(text, start, end);
                var alike = from < to ? Alike(words, Bag(text[from..to])) - (Math.Abs(to - from - exact.Length) * ALittle) : 0;
                if (alike < least || (best is not null && alike <= least)) continue;

                (best, least) = ((from, to), alike);
            }

            return best;
        }
    }

    /// <summary>Where the words may begin (after the prefix) or end (before the suffix): by all of it, else by its part next to the words.</summary>
    private static List<int> Places(string text, string around, bool fromEnd)
    {
        var places = new List<int>();
        if (around.Length == 0) return places;

        var near = around.Length <= Telling ? around : fromEnd ? around[^Telling..] : around[..Telling];
        foreach (var sought in around == near ? [around] : (string[])[around, near])
        {
            for (var place = text.IndexOf(sought, StringComparison.Ordinal); place >= 0 && places.Count < MostPlaces; place = text.IndexOf(sought, place + 1, StringComparison.Ordinal))
                places.Add(fromEnd ? place + sought.Length : place);

            if (places.Count > 0) break;
        }

        return places;
    }

    private static IEnumerable<int> Breaks(string text, int from, int to) => Enumerable.Range(from, to - from + 1).Where(place => place == text.Length || place == 0 || text[place] == ' ');

    private static (int From, int To) Trimmed(string text, int from, int to)
    {
        while (from < to && text[from] == ' ') from++;
        while (to > from && text[to - 1] == ' ') to--;

        return (from, to);
    }

    private static int InCommonBackwards(ReadOnlySpan<char> before, string prefix)
    {
        var length = 0;
        while (length < before.Length && length < prefix.Length && before[^(length + 1)] == prefix[^(length + 1)]) length++;

        return length;
    }

    private static Dictionary<string, int> Bag(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).CountBy(word => word).ToDictionary(StringComparer.Ordinal);

    private static double Alike(Dictionary<string, int> some, Dictionary<string, int> others) =>
        (double)some.Sum(word => Math.Min(word.Value, others.GetValueOrDefault(word.Key))) / Math.Max(some.Values.Sum(), others.Values.Sum());

    /// <summary>A text with one blank for each run of them, and where each of its characters stood.</summary>
    private sealed record Squeezed(string Text, IReadOnlyList<int> Places)
    {
        public static Squeezed Of(string text)
        {
            var squeezed = new StringBuilder(text.Length);
            var places = new List<int>(text.Length);

            for (var place = 0; place < text.Length; place++)
            {
                var isBlank = char.IsWhiteSpace(text[place]);
                if (isBlank && squeezed is { Length: > 0 } && squeezed[^1] == ' ') continue;

                squeezed.Append(isBlank ? ' ' : text[place]);
                places.Add(place);
            }

            return new(squeezed.ToString(), places);
        }

        public AnchoredWords Words(int from, int to, bool isChanged) => new(Places[from], Places[to - 1] + 1 - Places[from], isChanged);
    }
}

/// <summary>Where an anchor's words stand in a text.</summary>
/// <param name="IsChanged">They are no longer the ones that were quoted.</param>
public readonly record struct AnchoredWords(int Start, int Length, bool IsChanged)
{
    public int End => Start + Length;
}
