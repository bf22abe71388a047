using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Documents.Layout;
using Documents.Model;

namespace Documents.Pdf;

/// <summary>Prints the model as PDF/A-2a: its words and measures go as data to one fixed template, report.typ.</summary>
internal sealed partial class PdfPrinter(TypstProgram typst)
{

    private static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<PrintedPdf> PrintAsync(Document document, bool isDrawn, CancellationToken cancellationToken)
    {
        var pictures = PictureFit.Of(document.Images);
        var images = pictures.Values.ToDictionary(fit => fit.FileName, fit => Convert.ToBase64String(document.Images[fit.Sha256].Span));

        return await typst.CompileAsync(Data(document, pictures).ToJsonString(json), images, isDrawn, cancellationToken);
    }

    private static JsonObject Data(Document document, IReadOnlyDictionary<string, PictureFit> pictures)
    {
        var head = document.Letterhead;
        var letterhead = LetterheadFit.Of(document);
        var shallowest = document.Body.OfType<Heading>().Select(heading => heading.Rank).DefaultIfEmpty(1).Min();

        return new()
        {
            ["title"] = document.Title,
            // PDF/A asks for a date; the day of issue, or the first of the month until there is one, keeps the bytes the same.
            ["year"] = head.Year,
            ["month"] = head.Month,
            ["day"] = head.Day ?? 1,
            ["measures"] = MeasuresAsJson(),
            ["superior"] = Strings(letterhead.Superior),
            ["agency"] = Strings(letterhead.Agency),
            ["agencyRule"] = letterhead.AgencyRule,
            ["nation"] = LetterheadFit.Nation,
            ["motto"] = LetterheadFit.Motto,
            ["mottoRule"] = letterhead.MottoRule,
            ["number"] = letterhead.Number,
            ["date"] = letterhead.Date,
            ["typeName"] = document.TypeName,
            ["abstract"] = Inlines(document.Abstract, pictures),
            ["abstractWidth"] = letterhead.AbstractWidth,
            ["abstractRule"] = letterhead.AbstractRule,
            ["addressees"] = Strings(letterhead.Addressees),
            ["addresseesIndent"] = letterhead.AddresseesIndent,
            ["addresseesColon"] = letterhead.AddresseesColon,
            ["addresseesDash"] = Typeface.Regular.Width("- ", Measures.BodySize),
            ["basis"] = new JsonArray([.. document.Basis.Select(line => Inlines(line, pictures))]),
            ["body"] = Body(document, shallowest, pictures),
            ["recipients"] = Strings(letterhead.Recipients),
            ["recipientsDash"] = Typeface.Regular.Width("- ", Measures.RecipientsSize),
            ["signature"] = Strings(letterhead.SignatureLines),
            ["signed"] = document.Signature.IsSigned ? LetterheadFit.Signed : "",
            ["signer"] = document.Signature.Name,
        };
    }

    private static JsonArray Body(Document document, int shallowest, IReadOnlyDictionary<string, PictureFit> pictures)
    {
        if (document.Body is not [.., var last] || LongEnding.Split(last) is not var (head, tail))
            return new([.. document.Body.Select(block => Block(block, shallowest, pictures))]);

        var rest = Block(tail, shallowest, pictures);
        rest["continues"] = true;

        return new([.. document.Body.SkipLast(1).Append(head).Select(block => Block(block, shallowest, pictures)), rest]);
    }

    private static JsonObject MeasuresAsJson() => new()
    {
        ["pageWidth"] = Measures.PageWidth,
        ["pageHeight"] = Measures.PageHeight,
        ["topMargin"] = Measures.TopMargin,
        ["bottomMargin"] = Measures.BottomMargin,
        ["leftMargin"] = Measures.LeftMargin,
        ["rightMargin"] = Measures.RightMargin,
        ["nationSize"] = Measures.NationSize,
        ["mottoSize"] = Measures.MottoSize,
        ["agencySize"] = Measures.AgencySize,
        ["numberSize"] = Measures.NumberSize,
        ["dateSize"] = Measures.DateSize,
        ["bodySize"] = Measures.BodySize,
        ["recipientsTitleSize"] = Measures.RecipientsTitleSize,
        ["recipientsSize"] = Measures.RecipientsSize,
        ["noteSize"] = Measures.NoteSize,
        ["indent"] = Measures.Indent,
        ["paragraphGap"] = Measures.ParagraphGap,
        ["lineHeight"] = Measures.LineHeight,
        ["singleLine"] = Measures.SingleLine,
        ["agencyColumn"] = Measures.AgencyColumn,
        ["recipientsColumn"] = Measures.RecipientsColumn,
        ["signaturePlace"] = Measures.SignaturePlace,
        ["cellPadding"] = Measures.CellPadding,
    };

    private static JsonObject Block(Block block, int shallowest, IReadOnlyDictionary<string, PictureFit> pictures) => block switch
    {
        Heading heading => new()
        {
            ["kind"] = "heading",
            ["rank"] = heading.Rank,
            ["level"] = heading.Rank - shallowest + 1,
            ["title"] = Inlines(heading.Title, pictures),
            ["label"] = heading.Label?.Text ?? "",
        },
        Paragraph { IsPicture: true } picture => new()
        {
            ["kind"] = "picture",
            ["keep"] = picture.KeepsWithNext,
            ["text"] = Inlines(picture.Inlines, pictures),
        },
        Paragraph paragraph => Labelled(paragraph, pictures, new()
        {
            ["kind"] = "paragraph",
            ["keep"] = paragraph.KeepsWithNext,
        }),
        Table table => Table(table, pictures),
        _ => throw new NotSupportedException($"No layout for {block.GetType().Name}."),
    };

    private static JsonObject Labelled(Paragraph paragraph, IReadOnlyDictionary<string, PictureFit> pictures, JsonObject entry)
    {
        entry["text"] = Inlines(paragraph.Inlines, pictures);
        if (paragraph.Label is { } label)
        {
            entry["label"] = label.Text;
            if (paragraph.Inlines.IsTitle()) entry["boldLabel"] = true;
        }

        return entry;
    }

    private static JsonObject Table(Table table, IReadOnlyDictionary<string, PictureFit> pictures)
    {
        var fit = TableFit.Of(table);

        return new()
        {
            ["kind"] = "table",
            // Typst would keep the whole table with what follows, and none of it where that is too much.
            ["keep"] = false,
            ["size"] = fit.Size,
            ["columns"] = new JsonArray([.. fit.Columns.Select(width => JsonValue.Create(width))]),
            ["headerRows"] = fit.HeaderRows,
            ["rows"] = new JsonArray([.. table.Rows.Select((row, y) => new JsonObject
            {
                ["y"] = y,
                ["breakable"] = fit.Breakable[y],
                ["cells"] = new JsonArray([.. row.Select(cell => new JsonObject
                {
                    ["x"] = cell.Column,
                    ["colspan"] = cell.ColumnSpan,
                    ["rowspan"] = cell.RowSpan,
                    ["align"] = cell.Alignment switch { CellAlignment.Centre => "center", CellAlignment.Right => "right", _ => "left" },
                    ["paragraphs"] = new JsonArray([.. cell.Paragraphs.Select(paragraph => Labelled(paragraph, pictures, []))]),
                })]),
            })]),
        };
    }

    private static JsonArray Inlines(IReadOnlyList<Inline> inlines, IReadOnlyDictionary<string, PictureFit> pictures) =>
        new([.. inlines.SelectMany(Firm).Select(inline => Inline(inline, pictures)).OfType<JsonNode>()]);

    private static JsonNode? Inline(Inline inline, IReadOnlyDictionary<string, PictureFit> pictures) => inline switch
    {
        Run { Style: TextStyle.None, Link: null } run => JsonValue.Create(Breakable(run.Text)),
        Run run => Styled(run),
        FirmRun firm => Firmly(firm),
        LineBreak => new JsonObject { ["break"] = true },
        NoteMark mark => new JsonObject
        {
            ["note"] = mark.Note.Number,
            ["again"] = mark.IsRepeated,
            ["text"] = new JsonArray([.. mark.Note.Paragraphs.Select(paragraph => Inlines(paragraph, pictures))]),
        },
        Picture picture when pictures.GetValueOrDefault(picture.Sha256) is { } fit => new JsonObject
        {
            ["image"] = fit.FileName,
            ["width"] = fit.Width,
            ["height"] = fit.Height,
            ["alt"] = PictureFit.DescriptionOf(picture),
        },
        _ => null,
    };

    /// <summary>Numbers of documents and dates, "26/NQ-HĐND" and "06/7/2021", that Typst would break at their strokes.</summary>
    private sealed record FirmRun(Run Run) : Inline;

    private static IEnumerable<Inline> Firm(Inline inline)
    {
        if (inline is not Run run || !Reference().IsMatch(run.Text)) return [inline];

        var pieces = new List<Inline>();
        var at = 0;
        foreach (var match in Reference().EnumerateMatches(run.Text))
        {
            if (match.Index > at) pieces.Add(run with { Text = run.Text[at..match.Index] });
            pieces.Add(new FirmRun(run with { Text = run.Text.Substring(match.Index, match.Length) }));
            at = match.Index + match.Length;
        }

        if (at < run.Text.Length) pieces.Add(run with { Text = run.Text[at..] });

        return pieces;
    }

    [GeneratedRegex(@"(?<!\S)\S{0,10}\d/[^\s]{1,20}(?!\S)")]
    private static partial Regex Reference();

    private static JsonObject Firmly(FirmRun firm)
    {
        var styled = Styled(firm.Run);
        styled["firm"] = true;

        return styled;
    }

    private static JsonObject Styled(Run run)
    {
        var styled = new JsonObject { ["text"] = Breakable(run.Text) };
        if (run.Style.HasFlag(TextStyle.Bold)) styled["bold"] = true;
        if (run.Style.HasFlag(TextStyle.Italic)) styled["italic"] = true;
        if (run.Style.HasFlag(TextStyle.Superscript)) styled["raised"] = true;
        if (run.Style.HasFlag(TextStyle.Subscript)) styled["lowered"] = true;
        if (run.Link is { } link) styled["link"] = link;

        return styled;
    }

    /// <summary>With breaks where a line would otherwise run out of the page, and none before a dash.</summary>
    private static string Breakable(string text)
    {
        text = text.Replace(" - ", "\u00A0- ", StringComparison.Ordinal).Replace(" – ", "\u00A0– ", StringComparison.Ordinal);

        return OverlongWord().IsMatch(text) ? OverlongWord().Replace(text, word => word.Value + "\u200B") : text;
    }

    /// <summary>A stretch of a word after which a break is offered, never between a letter and its marks.</summary>
    [GeneratedRegex(@"\S{24}(?=[^\s\p{M}])")]
    private static partial Regex OverlongWord();

    private static JsonArray Strings(IEnumerable<string> strings) => new([.. strings.Select(text => JsonValue.Create(text))]);
}
