using System.Text.RegularExpressions;
using Domain.Reports;

namespace Documents.Outlines;

/// <summary>A title with the number that was typed before it: "II. TỔ CHỨC", "**2. Khó khăn**", "đ) Việc ban hành".</summary>
/// <param name="Title">Inline Markdown.</param>
internal sealed partial record NumberedTitle(OutlineLevel Level, string Title)
{
    public static NumberedTitle? Read(Passage passage)
    {
        var text = Unbold(passage.Text).ReplaceLineEndings(" ");
        if (Number().Match(text) is not { Success: true } match) return null;

        var title = Unbold(text[match.Length..].Trim());
        var level =
            match.Groups["part"].Success ? OutlineLevel.Part
            : match.Groups["roman"].Success ? OutlineLevel.Heading
            : match.Groups["clause"].Success ? OutlineLevel.Clause
            : OutlineLevel.Point;

        // Only the capitals of "I. TIÊU ĐỀ" and the word "Phần" make a heading of a line that is not set off.
        var speaksForItself = level == OutlineLevel.Part && text.Length < 100
            || level == OutlineLevel.Heading && Passage.PlainOf(title) is { Length: > 0 } words && !words.Any(char.IsLower);

        return passage.IsProminent || speaksForItself ? new(level, title) : null;
    }

    /// <summary>Without the marks of bold that embrace it or its number.</summary>
    private static string Unbold(string text)
    {
        text = text.Trim();
        if (WholeBold().Match(text) is { Success: true } whole) return whole.Groups[1].Value.Trim();

        return BoldStart().Replace(text, "$1 ").Trim();
    }

    [GeneratedRegex(@"^(?:(?<part>Phần\s+(?:[IVX]+|thứ\s+\p{L}+|\d+)\b\s*[.:–-]?)|(?<roman>[IVXL]+)\.(?!\d)|(?<clause>\d{1,2})\.(?!\d)|(?<point>[a-zđ]\)|\d{1,2}(?:\.\d{1,2})+\.?))(?:\s+|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\*\*((?:(?!\*\*).)+)\*\*$")]
    private static partial Regex WholeBold();

    [GeneratedRegex(@"^\*\*([^*]{1,12}?)\*\*\s*")]
    private static partial Regex BoldStart();
}
