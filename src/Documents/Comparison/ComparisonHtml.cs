using System.Globalization;
using System.Text;
using Documents.Html;
using Documents.Model;
using Domain.Reports;

namespace Documents.Comparison;

/// <summary>What a reader who cannot see colours hears before a change, in the page's language.</summary>
public sealed record ComparisonWords(string Added, string Removed, string Reshaped);

/// <summary>
/// Shows a comparison on a page. Every place that changed has an anchor, change-1 and so on; nothing is said by colour alone.
/// </summary>
public sealed class ComparisonHtml
{
    private enum Side
    {
        Both,
        Old,
        New,
    }

    private readonly StringBuilder html = new();
    private readonly HtmlPlace place;
    private readonly ComparisonWords words;
    private readonly OutlineLevel level;
    private int changes;

    private ComparisonHtml(HtmlPlace place, ComparisonWords words, OutlineLevel level) => (this.place, this.words, this.level) = (place, words, level);

    /// <summary>One text, with what is gone and what is new in it.</summary>
    public static string Inline(TextComparison comparison, HtmlPlace place, ComparisonWords words)
    {
        ArgumentNullException.ThrowIfNull(comparison);

        var writer = new ComparisonHtml(place, words, comparison.Level);
        foreach (var block in comparison.Blocks) writer.Add(block, Side.Both);
        writer.AddNotes(comparison.Notes, Side.Both);

        return writer.html.ToString();
    }

    /// <summary>Both texts, each block beside its like.</summary>
    public static string SideBySide(TextComparison comparison, HtmlPlace place, ComparisonWords words)
    {
        ArgumentNullException.ThrowIfNull(comparison);

        var writer = new ComparisonHtml(place, words, comparison.Level);
        foreach (var block in comparison.Blocks) writer.AddRow(block.Changes, side => writer.Add(block, side));
        if (comparison.Notes.Count > 0) writer.AddRow(comparison.Notes.Sum(note => note.Changes), side => writer.AddNotes(comparison.Notes, side));

        return writer.html.ToString();
    }

    private void AddRow(int changed, Action<Side> add)
    {
        html.Append("<div class=\"compared").Append(changed > 0 ? " compared-changed" : "").Append("\"><div class=\"compared-old\">");
        add(Side.Old);
        html.Append("</div><div class=\"compared-new\">");
        add(Side.New);
        html.Append("</div></div>\n");
    }

    private void Add(ComparedBlock block, Side side)
    {
        switch (block)
        {
            case ComparedLine line:
                Add(line, side);
                break;
            case ComparedTable table:
                Add(table, side);
                break;
        }
    }

    private void Add(ComparedLine line, Side side)
    {
        if ((side == Side.Old ? line.Old : side == Side.New ? line.New : line.New ?? line.Old) is not { } shown) return;

        var tag = shown is Heading heading ? $"h{Math.Clamp(place.Heading + heading.Rank - (int)level - 1, place.Heading, 6)}" : "p";
        var label = shown switch { Heading titled => titled.Label, Paragraph paragraph => paragraph.Label, _ => null };

        html.Append('<').Append(tag).Append(ClassOf(shown)).Append('>');
        if (line.IsReshaped && side != Side.Old) AddReshaped();
        if (label is not null) html.Append("<span class=\"numeral\">").Append(InlineHtml.Encode(label.Text)).Append("</span> ");
        Add(line.Pieces, side);
        html.Append("</").Append(tag).Append(">\n");
    }

    private static string ClassOf(Block block) => block switch
    {
        Paragraph { Label: DashLabel { Depth: > 1 } } => " class=\"dash dash-below\"",
        Paragraph { Label: DashLabel } => " class=\"dash\"",
        Paragraph { Label: NumberLabel } => " class=\"numbered\"",
        Paragraph { IsPicture: true } => " class=\"picture\"",
        _ => "",
    };

    private void AddReshaped() =>
        html.Append(CultureInfo.InvariantCulture, $"<span class=\"reshaped\" id=\"{place.Changes}-{++changes}\">{InlineHtml.Encode(words.Reshaped)}</span> ");

    private void Add(ComparedTable table, Side side)
    {
        if (side == Side.Old && table.Old is null || side == Side.New && table.New is null) return;

        html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{InlineHtml.Encode(place.TableName)}\"><table>\n");
        foreach (var row in table.Rows)
        {
            if (side == Side.Old && row.Old is null || side == Side.New && row.New is null) continue;

            html.Append("<tr>");
            foreach (var cell in row.Cells) Add(cell, (row.New ?? row.Old)?.IsHead is true, side);
            html.Append("</tr>\n");
        }

        html.Append("</table></div>\n");
    }

    private void Add(ComparedCell cell, bool isHead, Side side)
    {
        if ((side == Side.Old ? cell.Old : cell.New ?? cell.Old) is not { } shown) return;

        var tag = isHead ? "th" : "td";
        html.Append('<').Append(tag);
        if (isHead) html.Append(shown.ColumnSpan > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
        if (shown.ColumnSpan > 1) html.Append(CultureInfo.InvariantCulture, $" colspan=\"{shown.ColumnSpan}\"");
        if (shown.RowSpan > 1) html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{shown.RowSpan}\"");
        html.Append(shown.Alignment switch { CellAlignment.Centre => " class=\"centre\">", CellAlignment.Right => " class=\"right\">", _ => ">" });
        Add(cell.Pieces, side);
        html.Append("</").Append(tag).Append('>');
    }

    private void AddNotes(IReadOnlyList<ComparedLine> notes, Side side)
    {
        if (notes.Count == 0) return;

        html.Append(CultureInfo.InvariantCulture, $"<section class=\"notes\" aria-label=\"{InlineHtml.Encode(place.NotesName)}\">\n");
        foreach (var note in notes) Add(note, side);
        html.Append("</section>\n");
    }

    private void Add(IReadOnlyList<Piece> pieces, Side side)
    {
        var wasKept = true;
        for (var first = 0; first < pieces.Count;)
        {
            var end = first + 1;
            while (end < pieces.Count && FateOf(pieces[end]) == FateOf(pieces[first])) end++;

            var isKept = pieces[first].IsKept;
            // A place has one anchor, whatever was taken out and put in there.
            var isPlace = !isKept && wasKept;
            wasKept = isKept;

            Add(pieces, first, end, side, isPlace);
            first = end;
        }
    }

    private void Add(IReadOnlyList<Piece> pieces, int first, int end, Side side, bool isPlace)
    {
        var (piece, anchor) = (pieces[first], "");
        var isShown = piece.IsKept || side == Side.Both || (side == Side.Old ? piece.Old : piece.New) is not null;
        if (isPlace && isShown) anchor = $" id=\"{place.Changes}-{++changes}\"";
        if (!isShown) return;

        var tag = piece.IsKept ? null : piece.Old is null ? "ins" : "del";
        if (tag is not null)
            html.Append(CultureInfo.InvariantCulture, $"<{tag}{anchor}><span class=\"visually-hidden\">{InlineHtml.Encode(tag == "ins" ? words.Added : words.Removed)} </span>");

        foreach (var inline in Joined(pieces.Skip(first).Take(end - first).Select(one => side == Side.Old ? one.Old : one.New ?? one.Old)))
        {
            // Notes stand below without anchors of their own: a number may be there twice.
            if (inline is NoteMark mark) html.Append(CultureInfo.InvariantCulture, $"<sup>{mark.Note.Number}</sup>");
            else InlineHtml.Write(html, inline, place);
        }

        if (tag is not null) html.Append("</").Append(tag).Append('>');
    }

    /// <summary>Words of one style in one piece again.</summary>
    private static IEnumerable<Inline> Joined(IEnumerable<Inline?> inlines)
    {
        Run? last = null;
        foreach (var inline in inlines)
        {
            if (inline is Run run)
            {
                if (last is not null && last.Style == run.Style && last.Link == run.Link)
                {
                    last = last with { Text = last.Text + run.Text };
                    continue;
                }

                if (last is not null) yield return last;
                last = run;
                continue;
            }

            if (last is not null) yield return last;
            last = null;
            if (inline is not null) yield return inline;
        }

        if (last is not null) yield return last;
    }

    private static int FateOf(Piece piece) => piece.IsKept ? 0 : piece.Old is null ? 1 : 2;
}
