using System.Text.RegularExpressions;

namespace Documents.Merging;

/// <summary>A paragraph, or a line of a list or a table: what two people can write in side by side.</summary>
/// <param name="After">The line ends, and the space, that stand below it; none below the last one.</param>
internal sealed partial record Passage(string Text, string After)
{
    public static List<Passage> Split(string text)
    {
        var passages = new List<Passage>();
        var lines = text.Split('\n');

        for (var at = 0; at < lines.Length;)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end])) end++;
            var next = end;
            while (next < lines.Length && string.IsNullOrWhiteSpace(lines[next])) next++;

            var after = end == lines.Length ? "" : string.Concat(Enumerable.Repeat('\n', next - end + (next == lines.Length ? 0 : 1)));
            var paragraph = lines[at..end];
            if (paragraph.All(line => OwnLine().IsMatch(line)))
                passages.AddRange(paragraph.Select((line, place) => new Passage(line, place < paragraph.Length - 1 ? "\n" : after)));
            else
                passages.Add(new(string.Join('\n', paragraph), after));
            at = next;
        }

        return passages;
    }

    public static string Join(IReadOnlyList<Passage> passages) => string.Concat(passages.Select(passage => passage.Text + passage.After));

    /// <summary>A dash, a number, a letter, a row, a footnote.</summary>
    [GeneratedRegex(@"^\s*(?:[-*+]\s|\d{1,9}[.)]\s|\p{Ll}\)\s|\||\[\^)")]
    private static partial Regex OwnLine();
}
