using Documents.Model;

namespace Documents.Layout;

/// <summary>Marks what must not be parted by the end of a page.</summary>
internal static class KeepTogether
{
    /// <summary>Lines of text that stand with the signature block at least, so that no page holds signatures alone.</summary>
    private const int LinesAboveSignature = 2;

    /// <summary>A longer paragraph would leave too much of a page empty when it moves as a whole.</summary>
    private const int ShortParagraph = 4;

    public static IReadOnlyList<Block> Apply(IReadOnlyList<Block> body)
    {
        var kept = body.ToArray();
        for (var i = 0; i < kept.Length - 1; i++)
            if (kept[i] is Paragraph paragraph && Lines(paragraph) <= ShortParagraph && Announces(paragraph, kept[i + 1]))
                kept[i] = paragraph with { KeepsWithNext = true };

        var lines = 0;
        for (var i = kept.Length - 1; i >= 0 && lines < LinesAboveSignature; i--)
        {
            kept[i] = kept[i] with { KeepsWithNext = true };
            lines += kept[i] switch { Paragraph paragraph => Lines(paragraph), Table table => table.Rows.Count, _ => 0 };
        }

        return kept;
    }

    /// <summary>A title, the name of a table, or a sentence that ends with a colon belongs to what follows.</summary>
    private static bool Announces(Paragraph paragraph, Block next) =>
        paragraph.Inlines.IsTitle()
        || next is Table
        || paragraph.Inlines.PlainText().TrimEnd().EndsWith(':');

    private static int Lines(Paragraph paragraph) => LineFit.Lines(paragraph, Measures.TextWidth, Measures.BodySize);
}
