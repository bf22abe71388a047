using Documents.Markdown;
using Documents.Model;
using Domain.Reports;

namespace Documents.Consolidating;

/// <summary>Where a part of a section's text came from.</summary>
/// <param name="Source">The place of the contribution among those that were given; null where it is the Office's own.</param>
/// <param name="Part">The part of that contribution.</param>
/// <param name="IsEdited">Its words were changed since it was taken.</param>
public sealed record Origin(int? Source, int Part, bool IsEdited)
{
    public static Origin Office { get; } = new(null, 0, false);
}

/// <summary>
/// Where each part of a section's text came from, found by its words: nothing has to be kept beside the text, and whoever looks at a version later finds the same.
/// </summary>
/// <param name="Parts">One for each part of the text.</param>
public sealed record TextOrigins(IReadOnlyList<Origin> Parts)
{
    /// <summary>The share of words in common from which a part is an edited one rather than the Office's own.</summary>
    private const double Alike = 0.5;

    /// <summary>Past so many comparisons only what is the same is found.</summary>
    private const int MostComparisons = 100_000;

    /// <param name="contributions">In the order in which they are joined.</param>
    /// <param name="level">Where the section stands in the outline.</param>
    public static TextOrigins Of(string text, IReadOnlyList<string> contributions, OutlineLevel level)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(contributions);

        var parts = Read(text, level);
        var given = contributions.SelectMany((contribution, source) => Read(contribution, level).Select((said, part) => new Given(source, part, said))).ToList();
        var origins = new Origin?[parts.Count];
        var used = new HashSet<Given>();

        // The same words twice come from two places, as long as there are two.
        var same = given.Where(one => one.Said.Whole.Length > 0).ToLookup(one => one.Said.Whole, StringComparer.Ordinal);
        for (var place = 0; place < parts.Count; place++)
        {
            if (same[parts[place].Whole].OrderBy(used.Contains).FirstOrDefault() is not { } found) continue;

            used.Add(found);
            origins[place] = new(found.Source, found.Part, IsEdited: false);
        }

        if ((long)origins.Count(origin => origin is null) * given.Count <= MostComparisons)
        {
            for (var place = 0; place < parts.Count; place++)
            {
                if (origins[place] is not null) continue;

                var best = given.Select(one => (Given: one, Likeness: parts[place].LikenessTo(one.Said)))
                    .Where(one => one.Likeness >= Alike)
                    .OrderByDescending(one => one.Likeness).ThenBy(one => used.Contains(one.Given))
                    .Select(one => one.Given).FirstOrDefault();
                if (best is null) continue;

                used.Add(best);
                origins[place] = new(best.Source, best.Part, IsEdited: true);
            }
        }

        return new([.. origins.Select(origin => origin ?? Origin.Office)]);
    }

    /// <summary>The places of the text's parts that came from a part of a contribution.</summary>
    public IReadOnlyList<int> From(int source, int part) => [.. Enumerable.Range(0, Parts.Count).Where(place => Parts[place].Source == source && Parts[place].Part == part)];

    private static List<Said> Read(string text, OutlineLevel level)
    {
        var numbering = new Numbering();
        if (level != OutlineLevel.Plain) numbering.Heading((int)level);
        IReadOnlyList<PrintedPart> printed = [];

        try
        {
            printed = new MarkdownReader(numbering, new NoteRegister()).ReadParts(text, level);
        }
        catch (ArgumentException)
        {
            // Nested too deep to be read: it is known by how it was typed.
        }

        var byLine = printed.ToLookup(part => part.Line);

        return [.. SectionText.Read(text).Parts.Select(part => Said.Of(part, byLine[part.Line]))];
    }

    private sealed record Given(int Source, int Part, Said Said);

    private sealed record Said(string Whole, Dictionary<string, int> Words, int Count)
    {
        public static Said Of(TextPart part, IEnumerable<PrintedPart> printed)
        {
            var words = printed.SelectMany(one => one.Blocks).SelectMany(Comparison.Words.Of).ToList();
            if (words.Count == 0) words = [part.Source];

            var counted = words.Where(Comparison.Words.Weight).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

            return new(string.Join('\u001e', words), counted, counted.Values.Sum());
        }

        public double LikenessTo(Said other)
        {
            // Parts of very different length cannot reach the share.
            var (shorter, longer) = Count <= other.Count ? (this, other) : (other, this);
            if (shorter.Count == 0 || 2.0 * shorter.Count / (shorter.Count + longer.Count) < Alike) return 0;

            return 2.0 * shorter.Words.Sum(word => Math.Min(word.Value, longer.Words.GetValueOrDefault(word.Key))) / (Count + other.Count);
        }
    }
}
