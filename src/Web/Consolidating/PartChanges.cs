using Documents.Comparison;
using Documents.Consolidating;
using Documents.Html;
using Domain.Reports;
using Microsoft.Extensions.Localization;
using Web.Layout;

namespace Web.Consolidating;

/// <summary>What became of what a unit gave, word by word.</summary>
public static class PartChanges
{
    public static string Html(SectionText given, SectionText now, OutlineLevel level, HtmlPlace place, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(phrases);

        return ComparisonHtml.Inline(
            TextComparison.Of(given.Write(), now.Write(), level),
            place with { Changes = $"{place.Prefix}-word" },
            new(phrases["Compare.Added"], phrases["Compare.Removed"], phrases["Compare.Reshaped"]));
    }
}
