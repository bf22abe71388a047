using Domain;
using Domain.Reports;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Workflows.Drafting;

namespace Documents.Markdown;

/// <summary>Finds what in a text could not be printed, or would be lost in printing.</summary>
internal sealed class TextCheck : ITextCheck
{
    public IReadOnlyList<Fault> Check(string text, OutlineLevel level)
    {
        ArgumentNullException.ThrowIfNull(text);

        try
        {
            var document = Dialect.Parse(text);
            var source = new SourceLines(text, document);

            return
            [
                .. new[]
                {
                    source.ControlCharacters(),
                    Headings(document, level),
                    Elements(document),
                    Notes(document, source),
                    source.RaggedRows(),
                    BrokenPipes(document, source),
                    BrokenGrids(document, source),
                }.SelectMany(faults => faults).DistinctBy(fault => (fault.Code, fault.Line)).OrderBy(fault => fault.Line),
            ];
        }
        catch (ArgumentException)
        {
            // Markdig's guard: nobody nests a hundred quotations, save to break a parser.
            return [TextFaults.TooNested];
        }
    }

    public IReadOnlyList<string> ImagesOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        try
        {
            return [.. Dialect.Parse(text).Descendants<LinkInline>()
                .Where(link => link.IsImage)
                .Select(link => PictureReference.HashOf(link.Url))
                .OfType<string>()
                .Distinct()];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static IEnumerable<Fault> Headings(MarkdownDocument document, OutlineLevel level)
    {
        var above = 0;
        foreach (var heading in document.OfType<HeadingBlock>())
        {
            var line = heading.Line + 1;
            if (level == OutlineLevel.Plain) yield return TextFaults.HeadingInPlain(line);
            else if ((int)level + heading.Level > (int)OutlineLevel.Point + 1) yield return TextFaults.HeadingTooDeep(line);
            else if (heading.Level > above + 1) yield return TextFaults.HeadingSkips(line, heading.Level, above + 1);

            if (heading.Inline?.FirstChild is null) yield return TextFaults.HeadingEmpty(line);
            above = heading.Level;
        }
    }

    private static IEnumerable<Fault> Elements(MarkdownDocument document)
    {
        foreach (var element in document.Descendants())
        {
            var line = element.Line + 1;
            switch (element)
            {
                case HtmlBlock:
                case HtmlInline html when !Html.IsLineBreak(html.Tag):
                    yield return TextFaults.RawHtml(line);
                    break;
                case LinkInline { IsImage: true } picture when PictureReference.HashOf(picture.Url) is null:
                    yield return Addresses.IsRemote(picture.Url) ? TextFaults.RemotePicture(line) : TextFaults.UnknownPicture(line);
                    break;
                case LinkInline { IsImage: false } link when !Addresses.IsSafe(link.Url):
                    yield return TextFaults.UnsafeLink(line);
                    break;
                case AutolinkInline { IsEmail: false } address when !Addresses.IsSafe(address.Url):
                    yield return TextFaults.UnsafeLink(line);
                    break;
                case LinkReferenceDefinition and not FootnoteLinkReferenceDefinition:
                    yield return TextFaults.LinkDefinition(line);
                    break;
            }
        }
    }

    private static IEnumerable<Fault> Notes(MarkdownDocument document, SourceLines source)
    {
        var defined = source.NoteDefinitions();
        var used = document.Descendants<FootnoteLink>()
            .Where(mark => !mark.IsBackLink)
            .Select(mark => SourceLines.NoteName(mark.Footnote.Label))
            .ToHashSet();

        foreach (var definitions in defined.GroupBy(definition => definition.Name))
        {
            foreach (var second in definitions.Skip(1)) yield return TextFaults.NoteTwice(second.Line, second.Name);
            if (!used.Contains(definitions.Key)) yield return TextFaults.NoteUnused(definitions.First().Line, definitions.Key);
        }

        // What only looks like a definition, in a list or a quotation, is none to Markdig.
        var understood = document.Descendants<FootnoteLinkReferenceDefinition>().Select(definition => SourceLines.NoteName(definition.Label)).ToHashSet();
        foreach (var mark in source.NoteMarks())
            if (!understood.Contains(mark.Name))
                yield return TextFaults.NoteWithoutText(mark.Line, mark.Name);

        foreach (var note in document.Descendants<Footnote>())
        {
            var name = SourceLines.NoteName(note.Label);
            if (note.Descendants<FootnoteLink>().Any(mark => !mark.IsBackLink)) yield return TextFaults.NoteInNote(note.Line + 1, name);
            if (note.Any(block => block is not (ParagraphBlock or ListBlock)) || note.Descendants<LinkInline>().Any(link => link.IsImage))
                yield return TextFaults.NoteHoldsMore(note.Line + 1, name);
            if (!note.Descendants<LiteralInline>().Any() && !note.Descendants<CodeInline>().Any()) yield return TextFaults.NoteWithoutText(note.Line + 1, name);
        }
    }

    /// <summary>Markdig takes some lines with words in them for the rule below a table's head, and drops the words.</summary>
    private static IEnumerable<Fault> BrokenPipes(MarkdownDocument document, SourceLines source) =>
        document.Descendants<Markdig.Extensions.Tables.Table>()
            .Where(table => table.Parser is not Markdig.Extensions.Tables.GridTableParser && !source.HasRuleBelow(table.Line))
            .Select(table => TextFaults.BrokenPipes(table.Line + 1));

    /// <summary>A grid that does not close is no table to Markdig but a heap of signs.</summary>
    private static IEnumerable<Fault> BrokenGrids(MarkdownDocument document, SourceLines source)
    {
        var tables = document.Descendants<Markdig.Extensions.Tables.Table>()
            .Where(table => table.Parser is Markdig.Extensions.Tables.GridTableParser)
            .Select(table => table.Line + 1)
            .ToHashSet();

        return source.GridFaults(tables);
    }
}
