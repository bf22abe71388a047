using System.Text.RegularExpressions;
using Workflows.Consolidating;

namespace Documents.Markdown;

/// <summary>Puts contributions one after the other; a footnote's name gets its contribution's number in front where another one uses the same name.</summary>
internal sealed partial class TextJoiner : ITextJoiner
{
    public string Join(IReadOnlyList<string> texts)
    {
        var labels = texts.Select(text => Mark().Matches(text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase)).ToList();

        return string.Join("\n\n", texts.Select((text, place) => Mark().Replace(text.Trim('\n'), mark =>
        {
            var label = mark.Groups[1].Value;
            var isShared = labels.Where((_, other) => other != place).Any(others => others.Contains(label));

            return isShared ? $"[^{place + 1}-{label}]" : mark.Value;
        }))) + "\n";
    }

    [GeneratedRegex(@"\[\^([^\]\s]+)\]")]
    private static partial Regex Mark();
}
