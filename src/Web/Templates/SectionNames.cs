using Documents.Html;
using Domain.Reports;
using Microsoft.Extensions.Localization;
using Web.Layout;

namespace Web.Templates;

/// <summary>What the sections of an outline are called on a page, with their numerals.</summary>
public static class SectionNames
{
    public static IReadOnlyDictionary<SectionId, string> Of(IReadOnlyList<Section> sections, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(phrases);

        var numerals = OutlineNumerals.Of(sections.Select(section => section.Level));
        var first = sections.TakeWhile(section => section.Level == OutlineLevel.Plain).Count();

        return sections.Select((section, place) => (section.Id, Name: section.Heading is { } heading ? $"{numerals[place]} {HtmlWriter.PlainLine(heading)}".Trim()
                : phrases[place < first ? "Section.Opening" : "Section.Closing"].Value))
            .ToDictionary(pair => pair.Id, pair => pair.Name);
    }
}
