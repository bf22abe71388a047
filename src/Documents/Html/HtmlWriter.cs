using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Documents.Markdown;
using Documents.Model;
using Domain.Reports;

namespace Documents.Html;

/// <summary>Where on a page a text is shown.</summary>
/// <param name="Prefix">Keeps the anchors of its footnotes apart from those of other texts on the page; letters, digits and hyphens.</param>
/// <param name="Heading">The HTML level, 1 to 6, of headings that lie right below the section's own.</param>
/// <param name="Pictures">The address of a picture without its hash.</param>
/// <param name="TableName">What a reader who cannot see calls a table, in the page's language.</param>
/// <param name="NotesName">What the footnotes are called.</param>
public sealed record HtmlPlace(string Prefix, int Heading, string Pictures, string TableName, string NotesName)
{
    /// <summary>What the anchors of changes are called; where several comparisons stand on one page, each has its own.</summary>
    public string Changes { get; init; } = "change";
}

/// <summary>
/// Shows a section's text on a page, with the numerals and marks that it is printed with. Safe by construction: every tag is written here,
/// and whatever comes from the text is encoded.
/// </summary>
public sealed partial class HtmlWriter
{
    private const int Deepest = 6;

    private readonly StringBuilder html = new();
    private readonly HtmlPlace place;
    private readonly OutlineLevel level;

    private HtmlWriter(HtmlPlace place, OutlineLevel level) => (this.place, this.level) = (place, level);

    public static string Write(string text, OutlineLevel level, HtmlPlace place)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(place);

        var notes = new NoteRegister();
        var numbering = new Numbering();
        if (level != OutlineLevel.Plain) numbering.Heading((int)level);

        try
        {
            var writer = new HtmlWriter(place, level);
            foreach (var block in new MarkdownReader(numbering, notes).Read(text, level)) writer.Add(block);
            writer.AddNotes(notes.Notes);

            return writer.html.ToString();
        }
        catch (ArgumentException)
        {
            // Nested too deep to be read; the check says so, and what was typed is shown as it is.
            return $"<pre>{InlineHtml.Encode(text)}</pre>";
        }
    }

    /// <summary>The same text part by part, each numbered and noted as in the whole.</summary>
    internal static (IReadOnlyList<(int Line, string Html)> Parts, string Notes) WriteParts(string text, OutlineLevel level, HtmlPlace place)
    {
        var register = new NoteRegister();
        var numbering = new Numbering();
        if (level != OutlineLevel.Plain) numbering.Heading((int)level);

        var parts = new MarkdownReader(numbering, register).ReadParts(text, level).Select(part =>
        {
            var writer = new HtmlWriter(place, level);
            foreach (var block in part.Blocks) writer.Add(block);

            return (part.Line, writer.html.ToString());
        }).ToList();
        var notes = new HtmlWriter(place, level);
        notes.AddNotes(register.Notes);

        return (parts, notes.html.ToString());
    }

    /// <summary>A heading or an abstract, without the marks of its footnotes.</summary>
    public static string WriteLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var writer = new HtmlWriter(new("", Deepest, "", "", ""), OutlineLevel.Plain);
        writer.Add(ReadLine(text));

        return writer.html.ToString();
    }

    /// <summary>The words of a heading or an abstract alone.</summary>
    public static string PlainLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        return ReadLine(text).PlainText();
    }

    private static IReadOnlyList<Inline> ReadLine(string text) =>
        [.. new MarkdownReader(new Numbering(), new NoteRegister()).ReadLine(NoteMarks().Replace(text, "")).Where(inline => inline is Run or LineBreak)];

    // The text of a heading's footnote stands elsewhere, so its mark would be read as words.
    [GeneratedRegex(@"\[\^[^\]\s]+\]")]
    private static partial Regex NoteMarks();

    private void Add(Block block)
    {
        switch (block)
        {
            case Heading heading:
                AddHeading(heading);
                break;
            case Table table:
                Add(table);
                break;
            case Paragraph { IsPicture: true } picture:
                html.Append("<p class=\"picture\">");
                Add(picture.Inlines);
                html.Append("</p>\n");
                break;
            case Paragraph paragraph:
                AddParagraph(paragraph);
                break;
        }
    }

    private void AddHeading(Heading heading)
    {
        var depth = Math.Clamp(place.Heading + heading.Rank - (int)level - 1, place.Heading, Deepest);

        html.Append(CultureInfo.InvariantCulture, $"<h{depth}>");
        if (heading.Label is { } label) html.Append(CultureInfo.InvariantCulture, $"<span class=\"numeral\">{InlineHtml.Encode(label.Text)}</span> ");
        Add(heading.Title);
        html.Append(CultureInfo.InvariantCulture, $"</h{depth}>\n");
    }

    private void AddParagraph(Paragraph paragraph)
    {
        html.Append(paragraph.Label switch
        {
            DashLabel dash => dash.Depth == 1 ? "<p class=\"dash\">" : "<p class=\"dash dash-below\">",
            NumberLabel => "<p class=\"numbered\">",
            _ => "<p>",
        });
        if (paragraph.Label is { } label) html.Append(CultureInfo.InvariantCulture, $"<span class=\"numeral\">{InlineHtml.Encode(label.Text)}</span> ");
        Add(paragraph.Inlines);
        html.Append("</p>\n");
    }

    // A wide table scrolls within its frame, and the frame can be reached with the keyboard.
    private void Add(Table table)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{InlineHtml.Encode(place.TableName)}\"><table>\n");

        for (var row = 0; row < table.Rows.Count; row++)
        {
            var isHead = row < table.HeaderRows;
            if (isHead && row == 0) html.Append("<thead>\n");
            if (row == table.HeaderRows) html.Append("<tbody>\n");

            html.Append("<tr>");
            foreach (var cell in table.Rows[row]) Add(cell, isHead);
            html.Append("</tr>\n");

            if (isHead && row == table.HeaderRows - 1) html.Append("</thead>\n");
        }

        if (table.Rows.Count > table.HeaderRows) html.Append("</tbody>\n");
        html.Append("</table></div>\n");
    }

    private void Add(Cell cell, bool isHead)
    {
        var tag = isHead ? "th" : "td";

        html.Append('<').Append(tag);
        if (isHead) html.Append(cell.ColumnSpan > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
        if (cell.ColumnSpan > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        if (cell.RowSpan > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        html.Append(cell.Alignment switch
        {
            CellAlignment.Centre => " class=\"centre\">",
            CellAlignment.Right => " class=\"right\">",
            _ => ">",
        });

        for (var place = 0; place < cell.Paragraphs.Count; place++)
        {
            if (place > 0) html.Append("<br>");
            if (cell.Paragraphs[place].Label is { } label) html.Append(InlineHtml.Encode(label.Text)).Append(' ');
            Add(cell.Paragraphs[place].Inlines);
        }

        html.Append("</").Append(tag).Append('>');
    }

    private void AddNotes(IReadOnlyList<Note> notes)
    {
        if (notes.Count == 0) return;

        html.Append(CultureInfo.InvariantCulture, $"<section class=\"notes\" aria-label=\"{InlineHtml.Encode(place.NotesName)}\"><ol>\n");
        foreach (var note in notes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"{place.Prefix}-note-{note.Number}\">");
            for (var paragraph = 0; paragraph < note.Paragraphs.Count; paragraph++)
            {
                if (paragraph > 0) html.Append("<br>");
                Add(note.Paragraphs[paragraph]);
            }

            html.Append(CultureInfo.InvariantCulture, $" <a href=\"#{place.Prefix}-mark-{note.Number}\" aria-label=\"{note.Number}\">↩</a></li>\n");
        }

        html.Append("</ol></section>\n");
    }

    private void Add(IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines) InlineHtml.Write(html, inline, place);
    }
}
