using System.Text.RegularExpressions;
using Domain;
using Markdig.Syntax;

namespace Documents.Markdown;

/// <summary>What is easier seen in the lines of a text than in what a parser made of them.</summary>
internal sealed partial class SourceLines
{
    private readonly string[] lines;

    /// <summary>Lines within ``` fences are printed as they are.</summary>
    private readonly bool[] isFenced;

    public SourceLines(string text, MarkdownDocument document)
    {
        lines = text.Split('\n');
        isFenced = new bool[lines.Length];
        foreach (var fence in document.Descendants<FencedCodeBlock>())
            for (var line = fence.Line; line <= fence.Line + fence.Lines.Count && line < lines.Length; line++)
                isFenced[line] = true;
    }

    public readonly record struct NotePlace(string Name, int Line);

    public IReadOnlyList<NotePlace> NoteDefinitions() => PlacesOf(Definition());

    public IReadOnlyList<NotePlace> NoteMarks() => PlacesOf(Mark());

    /// <summary>Whether nothing stands on the line, from 0; nor does it before the first.</summary>
    public bool IsBlank(int line) => line < 0 || string.IsNullOrWhiteSpace(lines[line]);

    /// <summary>Names of notes are compared without regard to case, as Markdown does.</summary>
    public static string NoteName(string? label) => (label ?? "").TrimStart('^').ToUpperInvariant();

    public IEnumerable<Fault> ControlCharacters()
    {
        for (var i = 0; i < lines.Length; i++)
            if (Control().IsMatch(lines[i].TrimEnd('\r')))
                yield return TextFaults.ControlCharacter(i + 1);
    }

    /// <summary>Every row of a pipe table has as many cells as its head: Markdig would fill or cut the others silently.</summary>
    public IEnumerable<Fault> RaggedRows()
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (isFenced[i] || !PipeSeparator().IsMatch(lines[i]) || !lines[i].Contains('|', StringComparison.Ordinal) || lines[i - 1].Trim().Length == 0) continue;

            var head = Cells(lines[i - 1]);
            if (Cells(lines[i]) is var below && below != head) yield return TextFaults.RaggedRow(i + 1, below, head);

            for (i++; i < lines.Length && lines[i].Trim().Length > 0; i++)
                if (Cells(lines[i]) is var cells && cells != head)
                    yield return TextFaults.RaggedRow(i + 1, cells, head);
        }
    }

    /// <summary>Whether below the line, from 0, stands the rule that makes it the head of a table.</summary>
    public bool HasRuleBelow(int line) => line + 1 < lines.Length && PipeSeparator().IsMatch(lines[line + 1]);

    /// <param name="tables">The lines on which grid tables begin that were understood.</param>
    public IEnumerable<Fault> GridFaults(IReadOnlySet<int> tables)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (isFenced[i] || !GridBorder().IsMatch(lines[i])) continue;

            var start = i;
            var width = lines[i].TrimEnd().Length;
            var isRagged = false;
            for (; i < lines.Length && lines[i].TrimStart() is ['+' or '|', ..]; i++)
                if (lines[i].TrimEnd() is var row && (row.Length != width || row[^1] is not ('+' or '|') || RuleWithinRow().IsMatch(row)))
                {
                    isRagged = true;
                    yield return TextFaults.RaggedGrid(i + 1);
                }

            if (!isRagged && !tables.Contains(start + 1)) yield return TextFaults.BrokenGrid(start + 1);
        }
    }

    private IReadOnlyList<NotePlace> PlacesOf(Regex form) =>
        [.. Open().SelectMany(line => form.Matches(line.Text).Select(match => new NotePlace(NoteName(match.Groups[1].Value), line.Number)))];

    private IEnumerable<(string Text, int Number)> Open() =>
        lines.Select((text, index) => (text, index + 1)).Where((_, index) => !isFenced[index]);

    private static int Cells(string line)
    {
        var row = line.Trim().TrimStart('>').Trim();
        if (row.StartsWith('|')) row = row[1..];
        if (row.EndsWith('|') && !row.EndsWith(@"\|", StringComparison.Ordinal)) row = row[..^1];

        var cells = 1;
        var inCode = false;
        for (var i = 0; i < row.Length; i++)
            if (row[i] == '\\') i++;
            else if (row[i] == '`') inCode = !inCode;
            else if (row[i] == '|' && !inCode) cells++;

        return cells;
    }

    [GeneratedRegex(@"^ {0,3}\[\^([^\]\s]+)\]:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?<!\\)\[\^([^\]\s]+)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[\s>]*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")]
    private static partial Regex PipeSeparator();

    [GeneratedRegex(@"^ {0,3}\+(:?[-=]+:?\+)+\s*$")]
    private static partial Regex GridBorder();

    /// <summary>A rule that begins at a bar would be printed as text.</summary>
    [GeneratedRegex(@"^\s*\|.*\+-{2,}\+")]
    private static partial Regex RuleWithinRow();

    /// <summary>Control characters, marks that turn the direction of writing, lone surrogates and the like: invisible, and unprintable or misleading.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|\r|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Control();
}
