using System.Text.RegularExpressions;
using Documents.Model;
using Domain.Reports;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = Documents.Model.Block;
using Inline = Documents.Model.Inline;
using LineBreak = Documents.Model.LineBreak;
using Table = Documents.Model.Table;

namespace Documents.Markdown;

/// <summary>What a movable part of a text is printed as.</summary>
/// <param name="Line">The line, from 0, on which it begins.</param>
internal sealed record PrintedPart(int Line, IReadOnlyList<Block> Blocks);

/// <summary>Reads Markdown into the model. What <see cref="TextCheck"/> finds no fault with arrives whole; the rest arrives as well as it can.</summary>
/// <param name="notes">Null within a footnote, where no other can be printed: their marks are left out.</param>
internal sealed partial class MarkdownReader(Numbering numbering, NoteRegister? notes)
{
    public IReadOnlyList<Block> Read(string text, OutlineLevel level) => [.. ReadParts(text, level).SelectMany(part => part.Blocks)];

    /// <summary>The text by what can be moved in it: a paragraph, a heading, a table, a numbered list, and each dash of a list for itself.</summary>
    public IReadOnlyList<PrintedPart> ReadParts(string text, OutlineLevel level)
    {
        var parts = new List<PrintedPart>();
        foreach (var block in Dialect.Parse(text))
        {
            if (block is HeadingBlock heading)
            {
                parts.Add(new(heading.Line, [ReadHeading(heading, level)]));
                continue;
            }

            var place = new Place(numbering.Rank, 0);
            foreach (var whole in Dialect.MovableIn(block))
            {
                var blocks = new List<Block>();
                if (whole is ListItemBlock entry) ReadEntry(entry, new DashLabel(1), blocks, place);
                else Read(whole, blocks, place);
                parts.Add(new(whole.Line, blocks));
            }
        }

        return parts;
    }

    /// <summary>One line of text.</summary>
    /// <param name="definitions">The Markdown that defines its footnotes.</param>
    public IReadOnlyList<Inline> ReadLine(string text, string definitions = "")
    {
        var document = Dialect.Parse($"{InlineOnly(text)}\n\n{definitions}");

        return document is [LeafBlock { Inline: { } inline }, ..] ? ReadInlines(inline) : [];
    }

    /// <summary>A line of the outline is never a list or a heading, whatever it begins with.</summary>
    private static string InlineOnly(string text) => LooksLikeABlock().Replace(text.ReplaceLineEndings(" ").Trim(), @"$1\$2", 1);

    [GeneratedRegex(@"^(\p{L}|\d+)?([-+*#>)|.~`=:])")]
    private static partial Regex LooksLikeABlock();

    private Heading ReadHeading(HeadingBlock heading, OutlineLevel level)
    {
        var rank = Math.Min((int)level + heading.Level, (int)OutlineLevel.Point + 1);

        return new(rank, numbering.Heading(rank), ReadInlines(heading.Inline)) { KeepsWithNext = true };
    }

    /// <summary>Where in nested lists a block stands.</summary>
    /// <param name="Level">The level of the numeral above it.</param>
    /// <param name="Dashes">How many dashes stand above it.</param>
    private readonly record struct Place(int Level, int Dashes);

    private void Read(Markdig.Syntax.Block block, List<Block> into, Place place)
    {
        switch (block)
        {
            case FootnoteGroup or LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case Markdig.Extensions.Tables.Table table:
                into.Add(ReadTable(table));
                break;
            case ListBlock list:
                ReadList(list, into, place);
                break;
            case HeadingBlock heading:
                into.Add(new Paragraph(ReadInlines(heading.Inline).With(TextStyle.Bold)));
                break;
            case LeafBlock { Inline: { } inline }:
                if (ReadInlines(inline) is { Count: > 0 } inlines) into.Add(ReadLabel(inlines, place));
                break;
            case LeafBlock leaf:
                if (ReadLines(leaf) is { Count: > 0 } lines) into.Add(new Paragraph(lines));
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Read(child, into, place);
                break;
        }
    }

    private void ReadList(ListBlock list, List<Block> into, Place place)
    {
        var isLettered = list.BulletType == 'a';
        var number = list.IsOrdered && int.TryParse(list.OrderedStart, out var start) ? start : 1;

        foreach (var entry in list.OfType<ListItemBlock>())
        {
            Label label =
                isLettered ? numbering.Lettered(number++)
                : list.IsOrdered && place.Dashes == 0 ? numbering.Numbered(place.Level + 1, number++)
                : new DashLabel(place.Dashes + 1);
            ReadEntry(entry, label, into, place);
        }
    }

    private void ReadEntry(ListItemBlock entry, Label label, List<Block> into, Place place)
    {
        var below = label is NumberLabel numeral ? new Place((int)numeral.Level, 0) : place with { Dashes = place.Dashes + 1 };

        var blocks = new List<Block>();
        foreach (var child in entry)
            Read(child, blocks, below);

        if (blocks is [Paragraph { Label: null } first, ..])
            blocks[0] = first with { Label = label };
        else
            blocks.Insert(0, new Paragraph([], label));

        into.AddRange(blocks);
    }

    /// <summary>A paragraph that opens with a bold numeral, "**1.** …" or "**đ) …**", is one of a list although Markdown has no word for it.</summary>
    private Paragraph ReadLabel(IReadOnlyList<Inline> inlines, Place place)
    {
        if (inlines is not [Run { Style: TextStyle.Bold } first, ..] || BoldLabel().Match(first.Text) is not { Success: true } match)
            return new(inlines);

        var text = inlines.Skip(1).ToList();
        if (match.Length < first.Text.Length)
            text.Insert(0, first with { Text = first.Text[match.Length..] });
        else if (text is [Run next, ..])
            text[0] = next with { Text = next.Text.TrimStart() };

        return match.Groups["letter"] is { Success: true } letter
            ? new(text, numbering.Lettered(Vietnamese.PointNumber(letter.ValueSpan[0])))
            : new(text, numbering.Numbered(place.Level + 1, int.Parse(match.Groups["number"].ValueSpan, Vietnamese.Culture)));
    }

    [GeneratedRegex($@"^(?:(?<letter>[{Vietnamese.PointLetters}])\)|(?<number>[0-9]{{1,3}})\.)(?:\s+|$)")]
    private static partial Regex BoldLabel();

    private Table ReadTable(Markdig.Extensions.Tables.Table table)
    {
        var columns = Math.Max(table.ColumnDefinitions.Count, table.OfType<Markdig.Extensions.Tables.TableRow>()
            .Select(row => row.OfType<Markdig.Extensions.Tables.TableCell>().Sum(cell => cell.ColumnSpan)).DefaultIfEmpty(1).Max());

        // Pipe tables close their definitions with one that belongs to no column.
        if (table.Parser is not Markdig.Extensions.Tables.GridTableParser && table.OfType<Markdig.Extensions.Tables.TableRow>().FirstOrDefault() is { Count: > 0 } head)
            columns = head.Count;

        // A table of heads alone has no rows to repeat them for.
        var headerRows = table.TakeWhile(row => row is Markdig.Extensions.Tables.TableRow { IsHeader: true }).Count();
        if (headerRows == table.Count) headerRows = 0;

        var grid = new TableGrid(columns, table.Count, headerRows);
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row] is not Markdig.Extensions.Tables.TableRow source) continue;

            foreach (var cell in source.OfType<Markdig.Extensions.Tables.TableCell>())
            {
                var blocks = new List<Block>();
                foreach (var child in cell)
                    Read(child, blocks, new(Numbering.Unnumbered, 0));

                var paragraphs = blocks.SelectMany(Flat).ToList();
                grid.Place(row, cell.ColumnIndex, cell.ColumnSpan, cell.RowSpan, row < headerRows ? [.. paragraphs.Select(AsTitle)] : paragraphs);
            }
        }

        var widths = table.ColumnDefinitions.Select(column => (double)column.Width).ToList();
        var areDrawn = widths.Count == columns && widths.TrueForAll(width => width > 0);

        return new(columns, areDrawn ? widths : null, headerRows, grid.Close(ChosenFor));

        static Paragraph AsTitle(Paragraph paragraph) => paragraph with { Inlines = paragraph.Inlines.With(TextStyle.Bold) };

        CellAlignment? ChosenFor(int column) => table.ColumnDefinitions.ElementAtOrDefault(column)?.Alignment switch
        {
            Markdig.Extensions.Tables.TableColumnAlign.Center => CellAlignment.Centre,
            Markdig.Extensions.Tables.TableColumnAlign.Right => CellAlignment.Right,
            Markdig.Extensions.Tables.TableColumnAlign.Left => CellAlignment.Left,
            _ => null,
        };
    }

    /// <summary>A cell holds paragraphs only: a table in a table gives its cells one after the other.</summary>
    private static IEnumerable<Paragraph> Flat(Block block) => block switch
    {
        Paragraph paragraph => [paragraph],
        Heading heading => [new Paragraph(heading.Title.With(TextStyle.Bold))],
        Table table => table.Rows.SelectMany(row => row).SelectMany(cell => cell.Paragraphs),
        _ => [],
    };

    private static List<Inline> ReadLines(LeafBlock leaf)
    {
        var inlines = new List<Inline>();

        // Elsewhere the words behind a fence's marks name a language and are not shown; in a report they are somebody's words.
        if (leaf is FencedCodeBlock { Info: { Length: > 0 } words } fence) inlines.Add(new Run($"{words} {fence.Arguments}".TrimEnd()));

        for (var line = 0; line < leaf.Lines.Count; line++)
        {
            if (inlines.Count > 0) inlines.Add(new LineBreak());
            inlines.Add(new Run(leaf.Lines.Lines[line].Slice.ToString()));
        }

        return inlines;
    }

    private IReadOnlyList<Inline> ReadInlines(ContainerInline? container)
    {
        var writer = new InlineWriter();
        if (container is not null) ReadInlines(container, writer, TextStyle.None, null);

        return writer.Close();
    }

    private void ReadInlines(ContainerInline container, InlineWriter writer, TextStyle style, string? link)
    {
        foreach (var inline in container)
            switch (inline)
            {
                case LiteralInline literal:
                    writer.Write(literal.Content.ToString(), style, link);
                    break;
                case CodeInline code:
                    writer.Write(code.Content, style, link);
                    break;
                case HtmlEntityInline entity:
                    writer.Write(entity.Transcoded.ToString(), style, link);
                    break;
                case AutolinkInline address:
                    writer.Write(address.Url, style, address.IsEmail ? $"mailto:{address.Url}" : Addresses.IsSafe(address.Url) ? address.Url : null);
                    break;
                case LineBreakInline { IsHard: true }:
                case HtmlInline html when Html.IsLineBreak(html.Tag):
                    writer.Add(new LineBreak());
                    break;
                case LineBreakInline:
                    writer.Write(" ", style, link);
                    break;
                case HtmlInline html:
                    writer.Write(html.Tag, style, link);
                    break;
                case FootnoteLink { IsBackLink: false } mark:
                    if (notes is not null) writer.Add(notes.Call(mark.Footnote, () => ReadNote(mark.Footnote)));
                    break;
                case LinkInline { IsImage: true } picture:
                    writer.Add(new Picture(PictureReference.HashOf(picture.Url) ?? "", PlainText(picture)));
                    break;
                case LinkInline reference:
                    ReadInlines(reference, writer, style, Addresses.IsSafe(reference.Url) ? reference.Url : null);
                    break;
                case EmphasisInline emphasis:
                    ReadInlines(emphasis, writer, style | StyleOf(emphasis), link);
                    break;
                case ContainerInline other:
                    ReadInlines(other, writer, style, link);
                    break;
            }
    }

    private static TextStyle StyleOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('^', _) => TextStyle.Superscript,
        ('~', _) => TextStyle.Subscript,
        (_, 2) => TextStyle.Bold,
        _ => TextStyle.Italic,
    };

    private static IReadOnlyList<IReadOnlyList<Inline>> ReadNote(Footnote footnote)
    {
        // A note may call itself; reading it has to end all the same.
        var own = new MarkdownReader(new Numbering(), null);
        var blocks = new List<Block>();
        foreach (var block in footnote)
            own.Read(block, blocks, new(Numbering.Unnumbered, 0));

        return [.. blocks.SelectMany(Flat).Select(Labelled)];
    }

    private static IReadOnlyList<Inline> Labelled(Paragraph paragraph) =>
        paragraph.Label is { } label ? [new Run($"{label.Text} "), .. paragraph.Inlines] : paragraph.Inlines;

    private static string PlainText(ContainerInline container) =>
        string.Concat(container.Descendants().OfType<LiteralInline>().Select(literal => literal.Content.ToString()));
}
