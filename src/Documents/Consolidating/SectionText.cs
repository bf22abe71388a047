using System.Text.RegularExpressions;
using Documents.Markdown;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Documents.Consolidating;

/// <summary>A part of a text that can be taken, moved or left out by itself: a paragraph, a heading, a table, a numbered list, one dash of a list.</summary>
/// <param name="Source">Its Markdown, without the footnotes that it calls.</param>
/// <param name="Line">The line, from 0, on which it begins in the text that it was read from.</param>
public sealed record TextPart(string Source, int Line);

/// <summary>The Markdown that defines a footnote.</summary>
public sealed record TextNote(string Name, string Source);

/// <summary>
/// A text by its parts, as the Office puts it together. Each change yields the next text; a footnote goes wherever the part goes that calls it.
/// </summary>
public sealed partial class SectionText
{
    private SectionText(IReadOnlyList<TextPart> parts, IReadOnlyList<TextNote> notes) => (Parts, Notes) = (parts, notes);

    public IReadOnlyList<TextPart> Parts { get; }

    public IReadOnlyList<TextNote> Notes { get; }

    public static SectionText Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);

        var text = markdown.ReplaceLineEndings("\n");
        var lines = text.Split('\n');
        var begins = Begins(text);
        var (parts, notes) = (new List<TextPart>(), new List<TextNote>());

        // What no block lays claim to, as the address of a link below its paragraph, goes with what stands above it.
        for (var place = 0; place < begins.Count; place++)
        {
            var (line, note) = begins[place];
            var first = place == 0 ? 0 : line;
            var end = place + 1 < begins.Count ? begins[place + 1].Line : lines.Length;
            var source = Outdented(lines[first..end]);

            if (note is not null && notes.Any(one => IsNamed(one, note) && one.Source == source)) continue;
            if (note is not null) notes.Add(new(note, source));
            else if (source.Length > 0) parts.Add(new(source, line));
        }

        return new(parts, notes);
    }

    /// <summary>The text as it is kept: its parts, and below them the footnotes.</summary>
    public string Write()
    {
        var text = string.Concat(Parts.Select((part, place) => (place == 0 ? "" : Between(Parts[place - 1].Source, part.Source)) + part.Source));
        if (Notes.Count > 0) text = $"{text}\n\n{string.Join("\n\n", Notes.Select(note => note.Source))}";

        return text.Length == 0 ? "" : text.TrimStart('\n') + "\n";
    }

    /// <summary>The text with parts of another one put in before the place. A footnote whose name is taken here gets another.</summary>
    public SectionText With(int at, SectionText from, IEnumerable<int> parts)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(parts);

        var notes = Notes.ToList();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var taken = new List<TextPart>();
        foreach (var part in parts)
        {
            foreach (var name in NamesIn(from.Parts[part].Source).Where(name => !names.ContainsKey(name)))
            {
                if (from.Notes.FirstOrDefault(note => IsNamed(note, name)) is not { } note) continue;

                names[name] = notes.Any(one => IsNamed(one, note.Name) && one.Source == note.Source) ? note.Name : FreeName(note.Name, notes);
                if (!notes.Any(one => IsNamed(one, names[name]))) notes.Add(new(names[name], Renamed(note.Source, names)));
            }

            taken.Add(from.Parts[part] with { Source = Renamed(from.Parts[part].Source, names) });
        }

        return new([.. Parts.Take(at), .. taken, .. Parts.Skip(at)], notes);
    }

    /// <summary>The text with the part one place up or down; past either end it stays as it is.</summary>
    public SectionText Moved(int part, int by)
    {
        var to = part + by;
        if (to < 0 || to >= Parts.Count) return this;

        var parts = Parts.ToList();
        parts.RemoveAt(part);
        parts.Insert(to, Parts[part]);

        return new(parts, Notes);
    }

    /// <summary>The text without the part, and without the footnotes that it alone called.</summary>
    public SectionText Without(int part)
    {
        IReadOnlyList<TextPart> parts = [.. Parts.Where((_, place) => place != part)];
        var gone = NamesIn(Parts[part].Source).Except(parts.SelectMany(one => NamesIn(one.Source)), StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return new(parts, [.. Notes.Where(note => !gone.Contains(note.Name))]);
    }

    /// <summary>The text with another Markdown in the part's place, which may be several parts, or none.</summary>
    public SectionText Replaced(int part, string markdown)
    {
        var written = Read(markdown);
        var kept = new SectionText([.. Parts.Take(part), .. written.Parts, .. Parts.Skip(part + 1)],
            [.. Notes.Where(note => !written.Notes.Any(one => IsNamed(one, note.Name))), .. written.Notes]);

        // A footnote whose only mark was taken out goes with it.
        var called = kept.Parts.SelectMany(one => NamesIn(one.Source)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var before = NamesIn(Parts[part].Source).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return new(kept.Parts, [.. kept.Notes.Where(note => called.Contains(note.Name) || !before.Contains(note.Name))]);
    }

    /// <summary>Some of its parts alone, with the footnotes that they call.</summary>
    public SectionText Only(IReadOnlyList<int> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);

        IReadOnlyList<TextPart> kept = [.. parts.Select(part => Parts[part])];
        var called = kept.SelectMany(part => NamesIn(part.Source)).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return new(kept, [.. Notes.Where(note => called.Contains(note.Name))]);
    }

    /// <summary>A part as one edits it: with the footnotes that it calls below.</summary>
    public string Editable(int part) => Only([part]).Write().TrimEnd('\n');

    private static List<(int Line, string? Note)> Begins(string markdown)
    {
        try
        {
            var document = Dialect.Parse(markdown);
            var blocks = document.Where(block => block is not (FootnoteGroup or LinkReferenceDefinitionGroup)).SelectMany(Dialect.MovableIn).Select(block => (block.Line, (string?)null));
            var notes = document.Descendants<Footnote>().Where(note => note.Label is not null).Select(note => (note.Line, (string?)note.Label?.TrimStart('^')));

            // Of footnotes that nothing calls the parser says nothing.
            var lines = new SourceLines(markdown, document);
            var uncalled = lines.NoteDefinitions().Where(note => lines.IsBlank(note.Line - 2)).Select(note => (note.Line - 1, (string?)note.Name));
            List<(int Line, string? Note)> begins = [.. notes, .. uncalled, .. blocks];
            List<(int Line, string? Note)> found = [.. begins.DistinctBy(begin => begin.Line).OrderBy(begin => begin.Line)];

            return found.Count > 0 ? found : [(0, null)];
        }
        catch (ArgumentException)
        {
            // Nested too deep to be read: one part, as it was typed.
            return [(0, null)];
        }
    }

    /// <summary>Without blank lines around it, and without the spaces before its first line: below a list they would make it a part of that list.</summary>
    private static string Outdented(string[] lines)
    {
        var written = lines.SkipWhile(string.IsNullOrWhiteSpace).ToList();
        if (written.Count == 0) return "";

        var indent = written[0].Length - written[0].TrimStart(' ').Length;

        return string.Join('\n', written.Select(line => line[Math.Min(indent, line.Length - line.TrimStart(' ').Length)..])).TrimEnd();
    }

    /// <summary>The dashes of one list stand close.</summary>
    private static string Between(string above, string below) =>
        Dash().IsMatch(above) && Dash().IsMatch(below) && above[0] == below[0] && !above.Contains("\n\n", StringComparison.Ordinal) && !below.Contains("\n\n", StringComparison.Ordinal)
            ? "\n"
            : "\n\n";

    private static bool IsNamed(TextNote note, string name) => string.Equals(note.Name, name, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> NamesIn(string source) => Mark().Matches(source).Select(match => match.Groups[1].Value).Distinct(StringComparer.OrdinalIgnoreCase);

    private static string FreeName(string name, List<TextNote> notes) =>
        Enumerable.Range(1, notes.Count + 1).Select(number => number == 1 ? name : $"{number}-{name}").First(free => !notes.Any(note => IsNamed(note, free)));

    private static string Renamed(string source, Dictionary<string, string> names) =>
        Mark().Replace(source, mark => names.TryGetValue(mark.Groups[1].Value, out var name) ? $"[^{name}]" : mark.Value);

    [GeneratedRegex(@"(?<!\\)\[\^([^\]\s]+)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[-*+]\s")]
    private static partial Regex Dash();
}
