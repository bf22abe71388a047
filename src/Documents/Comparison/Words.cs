using System.Text.RegularExpressions;
using Documents.Model;

namespace Documents.Comparison;

/// <summary>A text's lines as words, what stands between words, and what is no word.</summary>
internal static partial class Words
{
    /// <summary>What a line says, by which lines are the same or alike. Emphasis says nothing.</summary>
    public static IReadOnlyList<string> Of(Block block) => block switch
    {
        Heading heading => [.. Split(heading.Title).Select(Key)],
        Paragraph paragraph => [.. Split(paragraph.Inlines).Select(Key)],
        Table table => [.. table.Rows.SelectMany(cells => Of(new TableRow(cells, false)))],
        _ => [],
    };

    public static IReadOnlyList<string> Of(TableRow row) => [.. row.Cells.SelectMany(cell => Split(InlinesOf(cell)).Select(Key).Append("\n"))];

    /// <summary>Blanks and marks are too common to make two lines alike.</summary>
    public static bool Weight(string key) => key.Any(char.IsLetterOrDigit);

    public static IReadOnlyList<Inline> InlinesOf(Cell? cell) =>
        cell is null ? [] : [.. cell.Paragraphs.SelectMany((paragraph, place) => place == 0 ? Labelled(paragraph) : [new LineBreak(), .. Labelled(paragraph)])];

    public static IReadOnlyList<Piece> Compare(IReadOnlyList<Inline> old, IReadOnlyList<Inline> @new)
    {
        var (before, after) = (Split(old), Split(@new));
        var pieces = new List<Piece>();

        foreach (var (first, second) in Sequences.Align([.. before.Select(Key)], [.. after.Select(Key)]))
            pieces.Add(new(first is { } one ? before[one] : null, second is { } other ? after[other] : null));

        return Gathered(pieces);
    }

    private static IEnumerable<Inline> Labelled(Paragraph paragraph) =>
        paragraph.Label is { } label ? [new Run($"{label.Text} "), .. paragraph.Inlines] : paragraph.Inlines;

    private static IReadOnlyList<Inline> Split(IReadOnlyList<Inline> inlines) =>
        [.. inlines.SelectMany(inline => inline is Run run ? Tokens().Matches(run.Text).Select(Inline (token) => run with { Text = token.Value }) : [inline])];

    // A number with its marks is one word: of 1.234,5 nobody wants to see that only the 4 is new.
    [GeneratedRegex(@"\d+([.,/]\d+)*|[\p{L}\p{M}\p{N}]+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();

    private static string Key(Inline inline) => inline switch
    {
        Run run => $"{(int)(run.Style & (TextStyle.Superscript | TextStyle.Subscript))}{run.Link}\u001f{run.Text}",
        NoteMark mark => $"note\u001f{string.Concat(mark.Note.Paragraphs.Select(line => line.PlainText()))}",
        Picture picture => $"picture\u001f{picture.Sha256}\u001f{picture.Description}",
        _ => "\n",
    };

    /// <summary>Of two changes with no more than a blank between them one is made, and in it what is gone stands before what is new:
    /// a reader takes in whole words better than their crumbs.</summary>
    private static List<Piece> Gathered(List<Piece> pieces)
    {
        var gathered = new List<Piece>(pieces.Count);
        for (var place = 0; place < pieces.Count;)
        {
            if (pieces[place].IsKept)
            {
                gathered.Add(pieces[place++]);
                continue;
            }

            var end = place;
            while (end < pieces.Count && (!pieces[end].IsKept || IsBlank(pieces[end]) && end + 1 < pieces.Count && !pieces[end + 1].IsKept)) end++;

            var change = pieces[place..end];
            gathered.AddRange(change.Where(piece => piece.Old is not null).Select(piece => piece with { New = null }));
            gathered.AddRange(change.Where(piece => piece.New is not null).Select(piece => piece with { Old = null }));
            place = end;
        }

        return gathered;
    }

    private static bool IsBlank(Piece piece) => piece.New is Run run && string.IsNullOrWhiteSpace(run.Text);
}
