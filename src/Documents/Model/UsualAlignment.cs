using System.Text.RegularExpressions;

namespace Documents.Model;

/// <summary>
/// How a column stands that its author did not align: ordinals in the middle; numbers to the right, so that their digits
/// stand one below the other; words to the left.
/// </summary>
internal static partial class UsualAlignment
{
    public static CellAlignment Of(IEnumerable<Cell> head, IEnumerable<Cell> body)
    {
        if (head.Any(cell => OrdinalHead().IsMatch(WordsOf(cell)))) return CellAlignment.Centre;

        // A dash or an empty cell says that there is no figure.
        var figures = body.Select(WordsOf).Where(words => !NoFigure().IsMatch(words)).ToList();

        return figures.Count > 0 && figures.TrueForAll(words => Figure().IsMatch(words)) ? CellAlignment.Right : CellAlignment.Left;
    }

    /// <summary>A list or a picture is no figure.</summary>
    private static string WordsOf(Cell cell) => cell.Paragraphs switch
    {
        [] => "",
        [{ Label: null } only] when !only.Inlines.OfType<Picture>().Any() => only.Inlines.PlainText().Trim(),
        _ => "…?",
    };

    [GeneratedRegex("^(stt|tt|số tt|số thứ tự)\\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalHead();

    [GeneratedRegex("^[-–—.…/x]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoFigure();

    /// <summary>1.234.567,8; with blanks between the thousands; with a sign, a per cent sign, or in brackets.</summary>
    [GeneratedRegex(@"^\(?[-+−–±]?\s?[0-9]+([.,\u00A0\u202F ][0-9]+)*\s?[%‰]?\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
