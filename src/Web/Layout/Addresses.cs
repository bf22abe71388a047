using Domain.People;
using Domain.Reports;
using Workflows.Viewing;

namespace Web.Layout;

/// <summary>Where the pages are.</summary>
public static class Addresses
{
    public const string Work = "/";

    public const string Board = "/reports";

    public const string Notices = "/notices";

    public const string UnreadNotices = "/notices?unread=true";

    /// <summary>What the reader sent, and where it is now.</summary>
    public const string SentWork = "/?view=sent";

    public const string Wall = "/wall";

    public const string Register = "/register";

    public const string Start = "/start";

    public const string Administration = "/administration";

    public const string Security = "/security";

    public const string Help = "/help";

    public const string Search = "/search";

    /// <summary>The page of administration, and those that it leads to.</summary>
    public static IReadOnlyList<string> OfAdministration { get; } = [Administration, "/templates", "/routes", "/people", "/units", "/fields", "/delegations", "/calendar", "/agency", Security];

    /// <summary>What waits for somebody whom the reader assists.</summary>
    public static string OfWork(PersonId leader) => $"/people/{leader.Value}/work";

    /// <summary>Where a delegation is prepared for somebody whom the reader assists.</summary>
    public static string OfPreparing(PersonId leader) => $"/delegations?for={leader.Value}#make";

    /// <summary>The reports that a unit has something to do in.</summary>
    public static string OfBoard(UnitId unit) => $"{Board}?unit={unit.Value}";

    public static string Of(Guid report) => $"/reports/{report}";

    public static string Of(ReportId report) => Of(report.Value);

    public static string Of(Guid report, Guid section) => $"/reports/{report}/sections/{section}";

    public static string Of(ReportId report, SectionId section) => Of(report.Value, section.Value);

    /// <summary>Where a piece of work is done: at the section, or at the report as a whole.</summary>
    public static string Of(ReportId report, SectionId? section) => section is { } id ? Of(report, id) : Of(report);

    public static string OfTemplate(Guid template) => $"/templates/{template}";

    public static string OfRoute(Guid route) => $"/routes/{route}";

    public static string OfSign(Guid report) => $"{Of(report)}/sign";

    public static string OfIssue(Guid report) => $"{Of(report)}/issue";

    public static string OfVersion(ReportId report, SectionId section, int number, UnitId? unit) =>
        $"{Of(report, section)}/versions/{number}{(unit is { } id ? $"?unit={id.Value}" : "")}";

    /// <summary>Where a drafting unit writes, or (null) the Office in the section's own text.</summary>
    public static string OfWriting(ReportId report, SectionId section, UnitId? unit) => $"{Of(report, section)}/write{(unit is { } id ? $"?unit={id.Value}" : "")}";

    /// <summary>The Office's desk, where what the units gave becomes the section's text.</summary>
    public static string OfConsolidating(Guid report, Guid section) => $"{Of(report, section)}/consolidate";

    /// <summary>Where a piece of work is done; the Office puts a section together at its desk.</summary>
    public static string Of(WorkView work)
    {
        ArgumentNullException.ThrowIfNull(work);

        return work is { Section: { } section, Role: Role.Consolidator } ? OfConsolidating(work.Report.Value, section.Value) : Of(work.Report, work.Section);
    }

    /// <summary>What changed between two versions of one text.</summary>
    public static string OfComparison(ReportId report, SectionId section, int from, int to, UnitId? unit) =>
        $"{Of(report, section)}/compare?from={from}&to={to}{(unit is { } id ? $"&unit={id.Value}" : "")}";

    /// <summary>The address to go back to, if it is one of ours: nobody is to be sent elsewhere from here.</summary>
    public static string Safe(string? address) =>
        address is ['/', .. var rest] && !rest.StartsWith('/') && !rest.StartsWith('\\') && !address.Any(char.IsControl) ? address : Work;
}
