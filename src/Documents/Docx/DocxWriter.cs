using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Documents.Layout;
using Documents.Model;
using Document = Documents.Model.Document;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Documents.Docx;

/// <summary>Writes the model as a Word file: real styles, lists, footnotes and headers, so that it can be worked on.</summary>
internal sealed class DocxWriter
{
    private readonly Document document;
    private readonly LetterheadFit letterhead;
    private readonly NumberingSheet numbering = new();
    private readonly InlineMarkup inlines;
    private readonly int shallowest;

    private DocxWriter(Document document, MainDocumentPart main)
    {
        this.document = document;
        letterhead = LetterheadFit.Of(document);
        inlines = new(main, document.Images);
        shallowest = document.Body.OfType<Heading>().Select(heading => heading.Rank).DefaultIfEmpty(1).Min();
    }

    public static byte[] Write(Document document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            new DocxWriter(document, main).Write(package, main);
        }

        return DeterministicZip.Reseal(stream);
    }

    private void Write(WordprocessingDocument package, MainDocumentPart main)
    {
        main.AddNewPart<HeaderPart>("header").Header = new Header(PageNumber());
        main.AddNewPart<HeaderPart>("firstHeader").Header = new Header(new Paragraph(Properties(StyleSheet.PageNumber)));

        var body = new Body();
        body.Append(Sliver(), Head());
        body.Append(Title());
        body.Append(Addressees());
        body.Append(document.Basis.Select(line => Paragraph(StyleSheet.Basis, line)));
        body.Append(document.Body.SelectMany((block, index) => Blocks(block, index > 0 && document.Body[index - 1] is Model.Table)));
        body.Append(SignatureAndRecipients(), Sliver(), Section());

        main.Document = new(body);
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = StyleSheet.Write(shallowest);
        main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = numbering.Write();
        main.AddNewPart<FootnotesPart>("footnotes").Footnotes = Notes();
        main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
        WriteProperties(package);
    }

    private Table Head()
    {
        var (left, right) = (Measures.AgencyColumn, Measures.TextWidth - Measures.AgencyColumn);

        return Layout(
            [left, right],
            Row(
                [.. letterhead.Superior.Select(line => Paragraph(StyleSheet.Superior, line)),
                 .. letterhead.Agency.Select(line => Paragraph(StyleSheet.Agency, line)),
                 Rule(letterhead.AgencyRule, left)],
                [Paragraph(StyleSheet.Nation, LetterheadFit.Nation), Paragraph(StyleSheet.Motto, LetterheadFit.Motto), Rule(letterhead.MottoRule, right)]),
            Row([Paragraph(StyleSheet.Number, letterhead.Number)], [Paragraph(StyleSheet.PlaceAndDate, letterhead.Date)]));
    }

    private IEnumerable<Paragraph> Title()
    {
        var sides = Ooxml.Twips((Measures.TextWidth - letterhead.AbstractWidth) / 2).Text();
        var summary = Paragraph(StyleSheet.Abstract, document.Abstract);
        summary.ParagraphProperties?.Append(new Indentation { Left = sides, Right = sides });

        return [Paragraph(StyleSheet.TypeName, document.TypeName), summary, Rule(letterhead.AbstractRule, Measures.TextWidth, after: 14)];
    }

    private IEnumerable<Paragraph> Addressees()
    {
        if (letterhead.Addressees is [var only])
            return [Aligned(Paragraph(StyleSheet.Addressee, $"{LetterheadFit.AddresseesTitle}: {only}"), JustificationValues.Center, after: 12)];

        var dash = Typeface.Regular.Width("- ", Measures.BodySize);
        var colon = letterhead.AddresseesIndent + letterhead.AddresseesColon;
        var lines = letterhead.Addressees.Select((line, index) =>
        {
            var paragraph = Paragraph(StyleSheet.Addressee, line);
            var properties = paragraph.ParagraphProperties;
            if (index == letterhead.Addressees.Count - 1) properties?.Append(Ooxml.Spacing(after: 12, lines: Measures.LineHeight));
            properties?.Append(new Indentation { Left = Ooxml.Twips(colon + dash).Text(), Hanging = Ooxml.Twips(dash).Text() });

            return paragraph;
        }).ToList();
        if (lines.Count == 0) return [];

        var title = Paragraph(StyleSheet.Addressee, $"{LetterheadFit.AddresseesTitle}:");
        title.ParagraphProperties?.Append(new Indentation { Left = Ooxml.Twips(letterhead.AddresseesIndent).Text() });

        return [title, .. lines];
    }

    private IEnumerable<OpenXmlElement> Blocks(Block block, bool followsTable) => block switch
    {
        Heading heading => [HeadingOf(heading, followsTable)],
        Model.Paragraph { IsPicture: true } picture => [Aligned(Keep(Paragraph(StyleSheet.Body, picture.Inlines), picture), JustificationValues.Center, after: Measures.ParagraphGap, noIndent: true)],
        Model.Paragraph paragraph => [BodyParagraph(paragraph, followsTable)],
        Model.Table table => followsTable ? [Gap(), TableMarkup.Write(table, inlines, numbering)] : [TableMarkup.Write(table, inlines, numbering)],
        _ => throw new NotSupportedException($"No layout for {block.GetType().Name}."),
    };

    private Paragraph HeadingOf(Heading heading, bool followsTable)
    {
        var properties = Properties(StyleSheet.HeadingOf(heading.Rank, shallowest));
        if (heading.Label is { } label) properties.Append(numbering.For(label));
        if (followsTable) properties.Append(SpacingBelowTable());

        var paragraph = new Paragraph(properties);
        if (heading.Rank == (int)Domain.Reports.OutlineLevel.Part) paragraph.Append(new DocumentFormat.OpenXml.Wordprocessing.Run(new Break()));
        paragraph.Append(inlines.Write(heading.Title));

        return paragraph;
    }

    private Paragraph BodyParagraph(Model.Paragraph source, bool followsTable)
    {
        var properties = Properties(source.Label is null ? StyleSheet.Body : StyleSheet.ListEntry);
        if (source.KeepsWithNext) properties.Append(new KeepNext());
        if (source.Label is { } label) properties.Append(numbering.For(label));
        if (followsTable) properties.Append(SpacingBelowTable());
        if (source.Label is not null && source.Inlines.IsTitle()) properties.Append(new ParagraphMarkRunProperties(new Bold()));

        var paragraph = new Paragraph(properties);
        paragraph.Append(inlines.Write(source.Inlines));

        return paragraph;
    }

    private static SpacingBetweenLines SpacingBelowTable() =>
        Ooxml.Spacing(before: Measures.ParagraphGap + 3, after: Measures.ParagraphGap, lines: Measures.LineHeight);

    /// <summary>Two tables without a paragraph between them would be one.</summary>
    private static Paragraph Gap() => new(new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.Rule }, Ooxml.ExactLine(Measures.ParagraphGap)));

    private Table SignatureAndRecipients()
    {
        var recipients = new List<Paragraph> { Paragraph(StyleSheet.RecipientsTitle, LetterheadFit.RecipientsTitle) };
        var dash = Ooxml.Twips(Typeface.Regular.Width("- ", Measures.RecipientsSize)).Text();
        foreach (var line in letterhead.Recipients)
        {
            var paragraph = Paragraph(StyleSheet.Recipients, line);
            paragraph.ParagraphProperties?.Append(new Indentation { Left = dash, Hanging = dash });
            recipients.Add(paragraph);
        }

        var signature = letterhead.SignatureLines.Select(line => Paragraph(StyleSheet.Signature, line)).ToList();
        signature.Add(SignaturePlace());
        signature.Add(Paragraph(StyleSheet.Signer, document.Signature.Name));

        // The first lines of both columns stand level (II.9.d).
        foreach (var first in new[] { recipients[0], signature[0] })
            if (first.ParagraphProperties is { } properties && properties.SpacingBetweenLines is null)
                properties.Append(Ooxml.Spacing(before: 14));

        return Layout([Measures.RecipientsColumn, Measures.TextWidth - Measures.RecipientsColumn], Row(recipients, signature));
    }

    private Paragraph SignaturePlace()
    {
        if (!document.Signature.IsSigned)
            return new(new ParagraphProperties(
                new ParagraphStyleId { Val = StyleSheet.Signature }, Ooxml.ExactLine(Measures.SignaturePlace)));

        var space = (Measures.SignaturePlace - Measures.BodySize * Measures.SingleLine) / 2;

        return new(
            new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.Signature }, Ooxml.Spacing(before: space, after: space)),
            new DocumentFormat.OpenXml.Wordprocessing.Run(
                new RunProperties(new Bold { Val = false }), new Text(LetterheadFit.Signed)));
    }

    /// <summary>A paragraph of no height worth naming: Word asks for one below a table, LibreOffice for one above a table that opens the text.</summary>
    private static Paragraph Sliver() => new(new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.Rule }, Ooxml.ExactLine(1)));

    private static SectionProperties Section() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" },
        new HeaderReference { Type = HeaderFooterValues.First, Id = "firstHeader" },
        new PageSize { Width = (uint)Ooxml.Twips(Measures.PageWidth), Height = (uint)Ooxml.Twips(Measures.PageHeight) },
        new PageMargin
        {
            Top = Ooxml.Twips(Measures.TopMargin),
            Bottom = Ooxml.Twips(Measures.BottomMargin),
            Left = (uint)Ooxml.Twips(Measures.LeftMargin),
            Right = (uint)Ooxml.Twips(Measures.RightMargin),
            Header = 567,
            Footer = 567,
            Gutter = 0,
        },
        new PageNumberType { Start = 1 },
        // I.7: no number on the first page.
        new TitlePage());

    private static Paragraph PageNumber() => new(
        Properties(StyleSheet.PageNumber),
        new SimpleField(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("2"))) { Instruction = " PAGE " });

    private Footnotes Notes()
    {
        var notes = new Footnotes(
            Separator(FootnoteEndnoteValues.Separator, -1, new SeparatorMark()),
            Separator(FootnoteEndnoteValues.ContinuationSeparator, 0, new ContinuationSeparatorMark()));
        foreach (var note in document.Notes)
        {
            var paragraphs = note.Paragraphs.Select(lines => Paragraph(StyleSheet.Note, lines)).DefaultIfEmpty(new(Properties(StyleSheet.Note))).ToList();
            paragraphs[0].InsertAfter(
                new DocumentFormat.OpenXml.Wordprocessing.Run(new RunProperties(new RunStyle { Val = StyleSheet.NoteMark }), new FootnoteReferenceMark()),
                paragraphs[0].ParagraphProperties);
            paragraphs[0].InsertAfter(
                new DocumentFormat.OpenXml.Wordprocessing.Run(new Text(" ") { Space = SpaceProcessingModeValues.Preserve }),
                paragraphs[0].ChildElements[1]);
            notes.Append(new Footnote(paragraphs) { Id = note.Number });
        }

        return notes;
    }

    private static Footnote Separator(FootnoteEndnoteValues type, int id, OpenXmlElement mark) =>
        new(new Paragraph(new ParagraphProperties(Ooxml.Spacing()), new DocumentFormat.OpenXml.Wordprocessing.Run(mark))) { Type = type, Id = id };

    private static Settings Settings() => new(
        new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }),
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = Vietnamese.Culture.Name });

    private void WriteProperties(WordprocessingDocument package)
    {
        var head = document.Letterhead;
        var date = new DateTime(head.Year, head.Month, head.Day ?? 1, 0, 0, 0, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        System.Xml.Linq.XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        System.Xml.Linq.XNamespace dc = "http://purl.org/dc/elements/1.1/";
        System.Xml.Linq.XNamespace terms = "http://purl.org/dc/terms/";
        System.Xml.Linq.XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";

        var properties = new System.Xml.Linq.XElement(
            core + "coreProperties",
            new System.Xml.Linq.XAttribute(System.Xml.Linq.XNamespace.Xmlns + "dcterms", terms),
            new System.Xml.Linq.XElement(dc + "title", document.Title),
            new System.Xml.Linq.XElement(dc + "creator", string.Join(' ', letterhead.Agency)),
            new System.Xml.Linq.XElement(dc + "language", Vietnamese.Culture.Name),
            new System.Xml.Linq.XElement(terms + "created", new System.Xml.Linq.XAttribute(xsi + "type", "dcterms:W3CDTF"), date));

        using var stream = package.AddNewPart<CoreFilePropertiesPart>(
            "application/vnd.openxmlformats-package.core-properties+xml", "properties").GetStream(FileMode.Create);
        new System.Xml.Linq.XDocument(properties).Save(stream);
    }

    private static Table Layout(double[] widths, params TableRow[] rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Ooxml.Twips(widths.Sum()).Text(), Type = TableWidthUnitValues.Dxa },
                Ooxml.NoBorders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                Ooxml.CellMargins(0, 0)),
            new TableGrid(widths.Select(width => new GridColumn { Width = Ooxml.Twips(width).Text() })));
        foreach (var row in rows)
        {
            foreach (var (cell, width) in row.Elements<TableCell>().Zip(widths))
                cell.InsertAt(new TableCellProperties(Ooxml.CellWidth(width)), 0);
            table.Append(row);
        }

        return table;
    }

    private static TableRow Row(IEnumerable<Paragraph> left, IEnumerable<Paragraph> right) =>
        new(new TableRowProperties(new CantSplit()), new TableCell(left), new TableCell(right));

    /// <summary>A line of a given length in the middle of a column: the upper border of a very low paragraph.</summary>
    private static Paragraph Rule(double length, double column, double after = 0)
    {
        var sides = Ooxml.Twips((column - length) / 2).Text();
        var spacing = Ooxml.ExactLine(2, before: 3);
        spacing.After = Ooxml.Twips(after).Text();

        return new(new ParagraphProperties(
            new ParagraphStyleId { Val = StyleSheet.Rule },
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
            spacing,
            new Indentation { Left = sides, Right = sides }));
    }

    private static Paragraph Keep(Paragraph paragraph, Block source)
    {
        if (source.KeepsWithNext) paragraph.ParagraphProperties?.Append(new KeepNext());

        return paragraph;
    }

    private static Paragraph Aligned(Paragraph paragraph, JustificationValues align, double after, bool noIndent = false)
    {
        var properties = paragraph.ParagraphProperties;
        properties?.Append(Ooxml.Spacing(after: after, lines: Measures.LineHeight));
        if (noIndent) properties?.Append(new Indentation { FirstLine = "0" });
        properties?.Append(new Justification { Val = align });

        return paragraph;
    }

    private Paragraph Paragraph(string style, IReadOnlyList<Inline> text)
    {
        var paragraph = new Paragraph(Properties(style));
        paragraph.Append(inlines.Write(text));

        return paragraph;
    }

    private static Paragraph Paragraph(string style, string text) =>
        new(Properties(style), new DocumentFormat.OpenXml.Wordprocessing.Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static ParagraphProperties Properties(string style) => new(new ParagraphStyleId { Val = style });
}
