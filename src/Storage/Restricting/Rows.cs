using Domain.People;
using Domain.Reports;

namespace Storage.Restricting;

/// <summary>That a report, or a section of it, is not open to its whole agency. A report without restrictions has no row.</summary>
internal sealed class RestrictionRow
{
    /// <summary>Stands for the report itself where a section would stand.</summary>
    public static readonly SectionId Whole = new(Guid.Empty);

    public required ReportId Report { get; init; }

    /// <summary>Or <see cref="Whole"/>.</summary>
    public required SectionId Section { get; init; }

    public required AgencyId Agency { get; init; }
}

/// <summary>That whoever shows a badge may see what a restriction keeps.</summary>
internal sealed class AdmissionRow
{
    public required ReportId Report { get; init; }

    /// <summary>That of the restriction.</summary>
    public required SectionId Section { get; init; }

    public required string Badge { get; init; }
}
