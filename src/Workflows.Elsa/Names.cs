namespace Workflows.Elsa;

/// <summary>What an instance's variables, properties, inputs and bookmarks are called.</summary>
internal static class Names
{
    // Variables of a report.
    public const string Sections = "Sections";
    public const string ReportStage = "ReportStage";
    public const string IsUnderWay = "IsUnderWay";
    public const string IsAtItsStages = "IsAtItsStages";

    // Variables of a section's branch.
    public const string Section = "Section";
    public const string SectionStage = "SectionStage";
    public const string IsOnItsWay = "IsOnItsWay";

    // What a bookmark is about.
    public const string Stage = "Stage";

    // What a decision says.
    public const string Way = "Way";
    public const string To = "To";

    // Kept with the instance, in the one row that Elsa writes at once.
    public const string Taken = "Approval.Taken";
    public const string AllSections = "Approval.Sections";
}
