using System.Globalization;
using System.Net;
using System.Text;
using Domain.Reports;

namespace Documents.Html;

/// <summary>Words of a shown text that something else on the page is about.</summary>
/// <param name="Id">The mark's own anchor on the page.</param>
/// <param name="Href">Where its link leads.</param>
/// <param name="Sign">What the link shows.</param>
/// <param name="Name">What a reader who cannot see hears of it.</param>
public sealed record Marking(AnchoredWords Words, string Id, string Href, string Sign, string Name);

/// <summary>
/// A shown text in which words can be found and marked. It takes what <see cref="HtmlWriter"/> writes, and reads it as people do:
/// with numerals, without the marks of footnotes and without their texts.
/// </summary>
public sealed class MarkedHtml
{
    private static readonly HashSet<string> inline = ["strong", "em", "sup", "sub", "a", "span", "img"];

    private readonly string html;
    private readonly StringBuilder text = new();

    /// <summary>Where each character of the text stands in the HTML; nowhere for a blank that is read between two blocks.</summary>
    private readonly List<(int From, int To)> places = [];

    private MarkedHtml(string html) => this.html = html;

    /// <summary>What is read there, with a blank between blocks.</summary>
    public string Text => text.ToString();

    public static MarkedHtml Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);

        var marked = new MarkedHtml(html);
        marked.Read();

        return marked;
    }

    private void Read()
    {
        for (var place = 0; place < html.Length;)
        {
            if (html[place] == '<')
            {
                if (At(place, "<section class=\"notes\"")) return;

                var end = At(place, "<sup><a ") ? html.IndexOf("</sup>", place, StringComparison.Ordinal) + "</sup>".Length : html.IndexOf('>', place) + 1;
                if (!inline.Contains(NameOf(place))) Add(' ', -1, -1);
                place = end;
            }
            else
            {
                var next = html.IndexOf('<', place);
                var end = next < 0 ? html.Length : next;
                var isBlank = string.IsNullOrWhiteSpace(html[place..end]);

                while (place < end)
                {
                    var stop = html[place] == '&' && html.IndexOf(';', place, end - place) is var semicolon and > 0 ? semicolon + 1 : place + 1;
                    foreach (var character in WebUtility.HtmlDecode(html[place..stop]))
                    {
                        // Between the rows of a table nothing may be marked.
                        if (isBlank) Add(' ', -1, -1);
                        else Add(character, place, stop);
                    }

                    place = stop;
                }
            }
        }
    }

    /// <summary>The text with the words marked, and a link at the end of each.</summary>
    public string Write(IReadOnlyList<Marking> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);

        if (marks.Count == 0) return html;

        var opening = marks.ToLookup(mark => mark.Words.Start);
        var ends = marks.ToDictionary(mark => mark, mark => LastPlace(mark.Words));
        var marked = new StringBuilder(html.Length + (marks.Count * 200));
        var (written, inside, isOpen) = (0, new List<Marking>(), false);
        var links = new List<Marking>();

        for (var character = 0; character < places.Count; character++)
        {
            inside.AddRange(opening[character]);
            var (from, to) = places[character];
            if (from < 0) continue;

            // Tags stand between: a mark may not reach over them.
            if (isOpen && from > written) Close();
            Copy(from);

            if (inside.Count > 0 && !isOpen)
            {
                marked.Append("<mark class=\"quoted\">");
                isOpen = true;
            }

            Copy(to);

            if (inside.Find(marking => ends[marking] == character) is not null)
            {
                Close();
                links.AddRange(inside.Where(marking => ends[marking] == character));
                inside.RemoveAll(marking => ends[marking] == character);
                if (!IsWithinLink(to)) AddLinks();
            }
            else if (links.Count > 0 && !IsWithinLink(to)) AddLinks();
        }

        if (isOpen) Close();
        Copy(html.Length);

        return marked.ToString();

        void Copy(int to)
        {
            if (to <= written) return;
            // A link may not stand within a link: it waits until that one has ended.
            if (links.Count > 0 && html.IndexOf("</a>", written, to - written, StringComparison.Ordinal) is var close and >= 0)
            {
                marked.Append(html, written, close + "</a>".Length - written);
                written = close + "</a>".Length;
                AddLinks();
            }

            marked.Append(html, written, to - written);
            written = to;
        }

        void Close()
        {
            if (isOpen) marked.Append("</mark>");
            isOpen = false;
        }

        void AddLinks()
        {
            foreach (var marking in links)
                marked.Append(CultureInfo.InvariantCulture, $"<a class=\"quoted-link\" id=\"{InlineHtml.Encode(marking.Id)}\" href=\"{InlineHtml.Encode(marking.Href)}\" aria-label=\"{InlineHtml.Encode(marking.Name)}\">{InlineHtml.Encode(marking.Sign)}</a>");
            links.Clear();
        }
    }

    /// <summary>The last character of the words that stands in the HTML itself.</summary>
    private int LastPlace(AnchoredWords words)
    {
        var last = words.End - 1;
        while (last > words.Start && places[last].From < 0) last--;

        return last;
    }

    private bool IsWithinLink(int place) => html.LastIndexOf("<a ", place - 1, StringComparison.Ordinal) > html.LastIndexOf("</a>", place - 1, StringComparison.Ordinal);

    private void Add(char character, int from, int to)
    {
        text.Append(character);
        places.Add((from, to));
    }

    private bool At(int place, string tag) => string.CompareOrdinal(html, place, tag, 0, tag.Length) == 0;

    private string NameOf(int place)
    {
        var from = html[place + 1] == '/' ? place + 2 : place + 1;
        var to = from;
        while (to < html.Length && char.IsAsciiLetterOrDigit(html[to])) to++;

        return html[from..to];
    }
}
