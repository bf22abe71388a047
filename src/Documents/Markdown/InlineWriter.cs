using System.Text;
using System.Text.RegularExpressions;
using Documents.Model;

namespace Documents.Markdown;

/// <summary>Joins what Markdown parses in crumbs into runs, in NFC and with single spaces.</summary>
internal sealed partial class InlineWriter
{
    private readonly List<Inline> inlines = [];

    public void Write(string text, TextStyle style, string? link)
    {
        if (text.Length == 0) return;

        if (inlines is [.., Run last] && last.Style == style && last.Link == link)
            inlines[^1] = last with { Text = last.Text + text };
        else
            inlines.Add(new Run(text, style, link));
    }

    public void Add(Inline inline) => inlines.Add(inline);

    public IReadOnlyList<Inline> Close()
    {
        for (var i = 0; i < inlines.Count; i++)
            if (inlines[i] is Run run)
            {
                var text = Blanks().Replace(Unprintable().Replace(run.Text, ""), " ").Normalize(NormalizationForm.FormC);
                var opensLine = i == 0 || inlines[i - 1] is LineBreak;
                var endsLine = i == inlines.Count - 1 || inlines[i + 1] is LineBreak;
                if (opensLine) text = text.TrimStart(' ');
                if (endsLine) text = text.TrimEnd(' ');
                inlines[i] = run with { Text = text };
            }

        inlines.RemoveAll(inline => inline is Run { Text: "" });
        while (inlines is [.., LineBreak]) inlines.RemoveAt(inlines.Count - 1);

        return inlines;
    }

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Blanks();

    /// <summary>What no XML file can hold and no printer can show, lone halves of surrogate pairs among it.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    internal static partial Regex Unprintable();
}
