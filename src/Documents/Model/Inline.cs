namespace Documents.Model;

/// <summary>A piece of a line of text.</summary>
public abstract record Inline;

/// <summary>Words in one style. The text is NFC and holds no line breaks.</summary>
/// <param name="Link">The http, https or mailto address that the words lead to.</param>
public sealed record Run(string Text, TextStyle Style = TextStyle.None, string? Link = null) : Inline;

/// <summary>The author's own break within a paragraph.</summary>
public sealed record LineBreak : Inline;

/// <summary>The raised number of a footnote.</summary>
/// <param name="IsRepeated">The note was already called earlier in the report: its text is not printed a second time.</param>
public sealed record NoteMark(Note Note, bool IsRepeated) : Inline;

/// <summary>A picture of the manuscript, by the SHA-256 of its bytes.</summary>
public sealed record Picture(string Sha256, string Description) : Inline;

/// <summary>A footnote, numbered through the whole report.</summary>
public sealed record Note(int Number, IReadOnlyList<IReadOnlyList<Inline>> Paragraphs);

[Flags]
public enum TextStyle
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Superscript = 4,
    Subscript = 8,
}

public static class Inlines
{
    /// <summary>The words alone, as for a title in a file's properties.</summary>
    public static string PlainText(this IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Run run => run.Text,
        LineBreak => " ",
        _ => "",
    }));

    public static IReadOnlyList<Inline> With(this IEnumerable<Inline> inlines, TextStyle style) =>
        [.. inlines.Select(inline => inline is Run run ? run with { Style = run.Style | style } : inline)];

    /// <summary>In capitals, as the law writes the names of agencies, kinds and parts.</summary>
    public static IReadOnlyList<Inline> InCapitals(this IEnumerable<Inline> inlines) =>
        [.. inlines.Select(inline => inline is Run run ? run with { Text = run.Text.InCapitals() } : inline)];

    public static string InCapitals(this string text) => text.ToUpper(Vietnamese.Culture);

    /// <summary>True where every word is bold: a title rather than a sentence.</summary>
    public static bool IsTitle(this IReadOnlyList<Inline> inlines) =>
        inlines.OfType<Run>().Any(HasWords) && inlines.OfType<Run>().Where(HasWords).All(run => run.Style.HasFlag(TextStyle.Bold));

    private static bool HasWords(Run run) => run.Text.Any(char.IsLetterOrDigit);
}
