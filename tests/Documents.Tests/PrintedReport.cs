using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Workflows.Typesetting;

namespace Documents.Tests;

/// <summary>A typeset report, read back as a stranger's reader would.</summary>
public sealed partial class PrintedReport : IDisposable
{
    private readonly WordprocessingDocument word;

    public PrintedReport(TypesetReport report)
    {
        Files = report;
        Pdf = PdfDocument.Open(report.Pdf.ToArray());
        Pages = [.. Pdf.GetPages().Select(page => new PrintedPage(page))];
        word = WordprocessingDocument.Open(new MemoryStream(report.Docx.ToArray()), isEditable: false);
    }

    public TypesetReport Files { get; }

    public PdfDocument Pdf { get; }

    public IReadOnlyList<PrintedPage> Pages { get; }

    public WordprocessingDocument Word => word;

    public MainDocumentPart Main => word.MainDocumentPart ?? throw new InvalidDataException("No main part.");

    public Body Body => Main.Document?.Body ?? throw new InvalidDataException("No body.");

    /// <summary>The line that holds the words, on whichever page it is.</summary>
    public PrintedLine Line(string words) => Lines(words).FirstOrDefault() ?? throw new InvalidDataException($"No line has '{words}':\n{string.Join('\n', Pages.Select(page => page.Text))}");

    public IEnumerable<PrintedLine> Lines(string words) => Pages.SelectMany(page => page.Lines).Where(line => line.Text.Contains(words, StringComparison.Ordinal));

    public int PageOf(string words) => Line(words).Page;

    /// <summary>The paragraph of the Word file, its number written before it.</summary>
    public Paragraph Paragraph(string words) => Paragraphs.First(paragraph => paragraph.InnerText.Contains(words, StringComparison.Ordinal));

    public IEnumerable<Paragraph> Paragraphs => Body.Descendants<Paragraph>();

    public Style Style(Paragraph paragraph) => Style(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal");

    public Style Style(string id) => Main.StyleDefinitionsPart?.Styles?.Elements<Style>().Single(style => style.StyleId == id)
        ?? throw new InvalidDataException("No styles.");

    /// <summary>A property of a paragraph, its own or the nearest of its styles.</summary>
    public T? Effective<T>(Paragraph paragraph)
        where T : OpenXmlElement
    {
        if (paragraph.ParagraphProperties?.GetFirstChild<T>() is { } own) return own;

        for (var style = Style(paragraph); ; style = Style(parent))
        {
            if ((style.StyleParagraphProperties?.GetFirstChild<T>() ?? style.StyleRunProperties?.GetFirstChild<T>()) is { } inherited) return inherited;
            if (style.BasedOn?.Val?.Value is not { } based) return null;
            parent = based;
        }
    }

    private string parent = "";

    /// <summary>In points; a run's own size, or that of its paragraph's styles.</summary>
    public double Size(Paragraph paragraph) =>
        double.Parse((paragraph.Descendants<FontSize>().FirstOrDefault() ?? Effective<FontSize>(paragraph))?.Val?.Value ?? "28", System.Globalization.CultureInfo.InvariantCulture) / 2;

    public static IReadOnlyList<string> WordsOf(string text) => [.. Words().Matches(text.Normalize()).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex Words();

    public void Dispose()
    {
        Pdf.Dispose();
        word.Dispose();
    }
}

/// <summary>One page of the PDF, measured in points from its upper left corner.</summary>
public sealed class PrintedPage
{
    public PrintedPage(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);

        Number = page.Number;
        Height = page.Height;
        Width = page.Width;
        Letters = page.Letters;
        Lines = [.. LinesOf(page)];
        Rules = [.. page.Paths
            .Select(path => path.GetBoundingRectangle())
            .OfType<UglyToad.PdfPig.Core.PdfRectangle>()
            .Where(box => box.Height < 1)
            .Select(box => new PrintedRule(page.Height - box.Bottom, box.Left, box.Width))];
    }

    public int Number { get; }
    public double Height { get; }
    public double Width { get; }
    public IReadOnlyList<Letter> Letters { get; }
    public IReadOnlyList<PrintedLine> Lines { get; }
    public IReadOnlyList<PrintedRule> Rules { get; }
    public string Text => string.Join('\n', Lines.Select(line => line.Text));

    private static List<List<Letter>> RowsOf(Page page)
    {
        var rows = new List<List<Letter>>();
        foreach (var letter in page.Letters.OrderByDescending(letter => letter.StartBaseLine.Y))
            if (rows is [.., var row] && row[0].StartBaseLine.Y - letter.StartBaseLine.Y < 1) row.Add(letter);
            else rows.Add([letter]);

        return rows;
    }

    /// <summary>Letters of one baseline without a wide gap between them: columns are lines of their own.</summary>
    private static IEnumerable<PrintedLine> LinesOf(Page page)
    {
        foreach (var row in RowsOf(page))
        {
            var letters = row.OrderBy(letter => letter.StartBaseLine.X).ToList();
            var from = 0;
            for (var i = 1; i <= letters.Count; i++)
                if (i == letters.Count || letters[i].StartBaseLine.X - letters[i - 1].EndBaseLine.X > 30)
                {
                    yield return new(page.Number, page.Height, letters[from..i]);
                    from = i;
                }
        }
    }
}

public sealed record PrintedRule(double Y, double Left, double Length);

public sealed class PrintedLine(int page, double pageHeight, IReadOnlyList<Letter> letters)
{
    private readonly IReadOnlyList<Letter> inked = [.. letters.Where(letter => letter.Value.Trim(' ', '\u00A0', '\u200B').Length > 0)];

    public int Page => page;
    public string Text { get; } = string.Concat(letters.Select(letter => letter.Value)).Replace('\u00A0', ' ').Normalize();
    public double Left => inked[0].StartBaseLine.X;
    public double Right => inked[^1].EndBaseLine.X;
    public double Length => Right - Left;
    public double Middle => (Left + Right) / 2;
    public double Baseline => pageHeight - letters[0].StartBaseLine.Y;
    public double Size => Math.Round(inked[0].PointSize, 1);
    public string Font => inked[0].FontName ?? "";
    public bool IsBold => inked.All(letter => letter.FontName?.Contains("Bold", StringComparison.Ordinal) == true);
    public bool IsItalic => inked.All(letter => letter.FontName?.Contains("Italic", StringComparison.Ordinal) == true);
    public bool IsUpright => inked.All(letter => letter.FontName?.Contains("Italic", StringComparison.Ordinal) == false);
    public bool IsRegular => inked.All(letter => letter.FontName?.Contains("Bold", StringComparison.Ordinal) == false);
}
