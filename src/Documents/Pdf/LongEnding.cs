using Documents.Layout;
using Documents.Model;

namespace Documents.Pdf;

/// <summary>Typst keeps a paragraph with what follows as a whole or not at all. A report that ends with a very long one
/// is printed as if a line were broken near its end, at the end of a sentence if there is one, so that some lines stay with the signature block.
/// Word does so by itself.</summary>
internal static class LongEnding
{
    private const int MostLines = 8;

    /// <summary>About how many lines go with the signature block.</summary>
    private const int LinesKept = 4;

    public static (Paragraph Head, Paragraph Tail)? Split(Block last)
    {
        if (last is not Paragraph paragraph || paragraph.Inlines is not [.., Run run] || LineFit.Lines(paragraph, Measures.TextWidth, Measures.BodySize) <= MostLines)
            return null;

        var words = run.Text.Split(' ');
        var from = words.Length;
        for (var width = 0.0; from > 0 && width < LinesKept * Measures.TextWidth; from--)
            width += LineFit.Width([run with { Text = words[from - 1] + " " }], Measures.BodySize);
        if (from == 0) return null;

        // The nearest end of a sentence below, while three lines are left.
        var sentence = Array.FindIndex(words, from - 1, Math.Min(14, words.Length - from), word => word.EndsWith('.'));
        var at = sentence < 0 ? from : sentence + 1;

        return (
            paragraph with { Inlines = [.. paragraph.Inlines.SkipLast(1), run with { Text = string.Join(' ', words[..at]) }], KeepsWithNext = false },
            new Paragraph([run with { Text = string.Join(' ', words[at..]) }]) { KeepsWithNext = true });
    }
}
