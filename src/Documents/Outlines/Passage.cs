using System.Text.RegularExpressions;

namespace Documents.Outlines;

/// <summary>Lines of a report's Markdown between two empty ones; a heading is a passage of its own.</summary>
/// <param name="Hashes">How many "#" stand before it; 0 for text.</param>
/// <param name="Text">Without the "#".</param>
internal sealed partial record Passage(int Hashes, string Text)
{
    /// <summary>The words alone, on one line.</summary>
    public string Plain { get; } = PlainOf(Text);

    /// <summary>All of it is bold: what a scanner makes of a heading.</summary>
    public bool IsBold { get; } = Bold().IsMatch(Text);

    /// <summary>Set off from the text as a heading would be.</summary>
    public bool IsProminent => Hashes > 0 || IsBold;

    /// <summary>Without the marks of bold around all of it.</summary>
    public string Unbolded => IsBold ? Text[2..^2].Trim() : Text;

    public IEnumerable<string> PlainLines => LineEnds().Split(Text).Select(PlainOf).Where(line => line.Length > 0);

    public static IReadOnlyList<Passage> Split(string markdown)
    {
        var passages = new List<Passage>();
        var lines = new List<string>();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
            if (line.Trim(' ', '\t', '\u00A0') is "" || Rule().IsMatch(line))
                Close();
            else if (Heading().Match(line) is { Success: true } heading)
            {
                Close();
                passages.Add(new(heading.Groups[1].Length, heading.Groups[2].Value.Trim()));
            }
            else
                lines.Add(line);
        Close();

        return passages;

        void Close()
        {
            if (lines.Count > 0) passages.Add(new(0, string.Join('\n', lines).Trim()));
            lines.Clear();
        }
    }

    public static string PlainOf(string text) => Blanks().Replace(Signs().Replace(Html().Replace(text, " "), ""), " ").Trim();

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(_{3,}|-{3,}|\*{3,})\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(\*\*|__)(?!\s)(?:(?!\1)[\s\S])+(?<!\s)\1$")]
    private static partial Regex Bold();

    /// <summary>Raised numbers are notes, not words.</summary>
    [GeneratedRegex(@"<sup>.*?</sup>|\[\^[^\]]*\]|</?[a-zA-Z][^>]*>")]
    private static partial Regex Html();

    [GeneratedRegex(@"\*+|\\(?=\W)|(?<!\w)_+|_+(?!\w)")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>Two columns of a letterhead or a signature block may have become a table.</summary>
    [GeneratedRegex(@"\n|<br\s*/?>|\|")]
    private static partial Regex LineEnds();
}
