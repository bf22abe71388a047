using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Documents.Model;

namespace Documents.Html;

/// <summary>Writes pieces of a line as HTML, wherever on a page they stand.</summary>
internal static class InlineHtml
{
    // Vietnamese stays readable, and a third as long as in references.
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => encoder.Encode(text);

    public static void Write(StringBuilder html, Inline inline, HtmlPlace place)
    {
        switch (inline)
        {
            case Run run:
                Write(html, run);
                break;
            case LineBreak:
                html.Append("<br>");
                break;
            case NoteMark mark:
                var id = mark.IsRepeated ? "" : $" id=\"{place.Prefix}-mark-{mark.Note.Number}\"";
                html.Append(CultureInfo.InvariantCulture, $"<sup><a href=\"#{place.Prefix}-note-{mark.Note.Number}\"{id}>{mark.Note.Number}</a></sup>");
                break;
            case Picture { Sha256.Length: > 0 } picture:
                html.Append(CultureInfo.InvariantCulture, $"<img src=\"{Encode(place.Pictures)}{Encode(picture.Sha256)}\" alt=\"{Encode(picture.Description)}\" loading=\"lazy\">");
                break;
            case Picture picture:
                html.Append(Encode(picture.Description));
                break;
        }
    }

    private static void Write(StringBuilder html, Run run)
    {
        var (open, close) = TagsOf(run.Style);

        if (run.Link is { } link) html.Append(CultureInfo.InvariantCulture, $"<a href=\"{Encode(link)}\" rel=\"noopener noreferrer nofollow\">");
        html.Append(open).Append(Encode(run.Text)).Append(close);
        if (run.Link is not null) html.Append("</a>");
    }

    private static (string Open, string Close) TagsOf(TextStyle style)
    {
        var tags = new List<string>();
        if (style.HasFlag(TextStyle.Bold)) tags.Add("strong");
        if (style.HasFlag(TextStyle.Italic)) tags.Add("em");
        if (style.HasFlag(TextStyle.Superscript)) tags.Add("sup");
        if (style.HasFlag(TextStyle.Subscript)) tags.Add("sub");

        return (string.Concat(tags.Select(tag => $"<{tag}>")), string.Concat(tags.AsEnumerable().Reverse().Select(tag => $"</{tag}>")));
    }
}
