using Documents.Model;
using Domain.Reports;

namespace Documents.Html;

/// <summary>The numerals of an outline's headings, as they are printed: "I.", "1.", "a)".</summary>
public static class OutlineNumerals
{
    /// <summary>One for each level, in reading order; empty where there is no heading.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<OutlineLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);

        var numbering = new Numbering();

        return [.. levels.Select(level => level == OutlineLevel.Plain ? "" : numbering.Heading((int)level)?.Text ?? "")];
    }
}
