using Documents.Html;
using Domain.Reports;

namespace Documents.Consolidating;

/// <summary>A text on a page part by part, each with the numerals and notes that it has in the whole.</summary>
/// <param name="Parts">HTML, one for each part of the text.</param>
/// <param name="Notes">The footnotes below.</param>
public sealed record ShownParts(IReadOnlyList<string> Parts, string Notes)
{
    public static ShownParts Of(string text, OutlineLevel level, HtmlPlace place)
    {
        var read = SectionText.Read(text);

        try
        {
            var (parts, notes) = HtmlWriter.WriteParts(text, level, place);
            var byLine = parts.ToLookup(part => part.Line, part => part.Html);

            return new([.. read.Parts.Select(part => string.Concat(byLine[part.Line]) is { Length: > 0 } html ? html : AsTyped(part))], notes);
        }
        catch (ArgumentException)
        {
            // Nested too deep to be read; the check says so, and what was typed is shown as it is.
            return new([.. read.Parts.Select(AsTyped)], "");
        }
    }

    // A line across, or the address of a link, prints nothing; whoever puts the text together still sees that it is there.
    private static string AsTyped(TextPart part) => $"<pre>{InlineHtml.Encode(part.Source)}</pre>";
}
