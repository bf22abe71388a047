using Documents.Html;
using Domain.Reports;
using Microsoft.Extensions.Localization;
using Web.Layout;

namespace Web.Viewing;

/// <summary>What a section is called on a page; the paragraphs before the first heading and after the last have no heading of their own.</summary>
public static class OutlineNames
{
    public static string Of(ReportPlan plan, SectionId id, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(phrases);

        if (plan.Find(id) is not { } section) return "…";
        if (section.Heading is { } heading) return HtmlWriter.PlainLine(heading);

        return plan.Sections.TakeWhile(one => one.Id != id).Any(one => one.Level != OutlineLevel.Plain) ? phrases["Section.Closing"] : phrases["Section.Opening"];
    }

    /// <summary>In a list of what belongs to many reports, where a section's outline is not at hand: a section by its heading, the report as a whole by its abstract.</summary>
    public static string InList(SectionId? section, string? heading, string whole, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);

        return section is null ? HtmlWriter.PlainLine(whole) : heading is null ? phrases["Section.WithoutHeading"] : HtmlWriter.PlainLine(heading);
    }

    /// <summary>What stands above the text of the last period.</summary>
    public static string OfLastText(ReportPlan plan, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(phrases);

        return plan.LastPeriod is { } last ? phrases["Period.LastText", last.InWords] : phrases["Section.LastText"];
    }

    /// <summary>With its numeral.</summary>
    public static string Numbered(ReportPlan plan, SectionId id, IStringLocalizer<Phrases> phrases)
    {
        ArgumentNullException.ThrowIfNull(plan);

        var place = plan.Sections.TakeWhile(section => section.Id != id).Count();
        var numerals = OutlineNumerals.Of(plan.Sections.Select(section => section.Level));

        return $"{numerals.ElementAtOrDefault(place)} {Of(plan, id, phrases)}".Trim();
    }
}
