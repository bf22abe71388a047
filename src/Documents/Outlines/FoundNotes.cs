using System.Text.RegularExpressions;

namespace Documents.Outlines;

/// <summary>The footnotes of a report as found, on their way to the sections that call them.</summary>
internal sealed partial class FoundNotes
{
    private readonly Dictionary<string, Queue<string>> texts = [];

    /// <summary>How many texts of a number were called already.</summary>
    private readonly Dictionary<string, int> passed = [];

    /// <summary>Takes the footnotes out of the passages and joins the paragraphs that they stood between at the foot of a page.</summary>
    public IReadOnlyList<Passage> TakeOut(IReadOnlyList<Passage> passages)
    {
        var kept = new List<Passage>();
        var wasNote = false;
        foreach (var passage in passages)
        {
            if (passage.Hashes == 0 && Take(passage.Text))
            {
                wasNote = true;
                continue;
            }

            if (wasNote && kept is [.., { Hashes: 0 } broken] && passage.Hashes == 0 && IsBroken(broken.Text) && char.IsLower(passage.Plain.FirstOrDefault()))
                kept[^1] = new(0, $"{broken.Text} {passage.Text}");
            else
                kept.Add(passage);
            wasNote = false;
        }

        return kept;
    }

    /// <summary>The text with Markdown's marks for its notes, followed by what the notes say.</summary>
    public (string Text, string Definitions) Resolve(string text)
    {
        var definitions = new Dictionary<string, string>();
        var resolved = Mark().Replace(text, match =>
        {
            var (raised, unit) = (match.Groups["raised"], match.Groups["unit"]);
            var name = raised.Success ? raised.Value : match.Groups["name"].Value;
            if (unit.Success || !texts.TryGetValue(name, out var found)) return raised.Success ? $"{unit.Value}^{name}^" : match.Value;

            // A number that comes again with another text belongs to a page that counted anew.
            var taken = passed.GetValueOrDefault(name);
            var label = taken == 0 ? name : $"{name}-{taken + 1}";
            definitions[label] = $"[^{label}]: {Clean(found.Peek())}";
            if (found.Count > 1)
            {
                found.Dequeue();
                passed[name] = taken + 1;
            }

            return $"[^{label}]";
        });

        return (Clean(resolved), string.Join("\n\n", definitions.Values));
    }

    /// <summary>Tags that a scanner leaves and no text needs.</summary>
    private static string Clean(string text) => Tag().Replace(Lowered().Replace(Raised().Replace(text, "^$1^"), "~$1~"), "");

    private bool Take(string text)
    {
        if (!Definition().IsMatch(text)) return false;

        var starts = Definition().Matches(text);
        if (starts[0].Index > 0) return false;

        for (var i = 0; i < starts.Count; i++)
        {
            var from = starts[i].Index + starts[i].Length;
            var to = i + 1 < starts.Count ? starts[i + 1].Index : text.Length;
            var name = starts[i].Groups[1] is { Success: true } raised ? raised.Value : starts[i].Groups[2].Value;
            if (!texts.TryGetValue(name, out var found)) texts.Add(name, found = new());
            found.Enqueue(Blanks().Replace(text[from..to], " ").Trim());
        }

        return true;
    }

    private static bool IsBroken(string text) => text.TrimEnd() is [.., var last] && (char.IsLetterOrDigit(last) || last is ',');

    [GeneratedRegex(@"^[ \t]*(?:<sup>\s*(\d{1,3})\s*</sup>[ \t]*(?=\S)|\[\^([^\]\s]+)\]:[ \t]*)", RegexOptions.Multiline)]
    private static partial Regex Definition();

    /// <summary>"m<sup>2</sup>" is a measure, not a note.</summary>
    [GeneratedRegex(@"(?<unit>(?<=\b[kcd]?)m(?=<sup>[23]</sup>))?<sup>\s*(?<raised>\d{1,3})\s*</sup>|\[\^(?<name>[^\]\s]+)\](?!:)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"<sup>(.*?)</sup>")]
    private static partial Regex Raised();

    [GeneratedRegex(@"<sub>(.*?)</sub>")]
    private static partial Regex Lowered();

    [GeneratedRegex(@"<(?!br\s*/?>)/?[a-zA-Z][^>\n]*>|<!--.*?-->")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
