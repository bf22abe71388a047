using Domain.People;
using Domain.Reports;

namespace Workflows.Drafting;

/// <summary>Whose pictures they are, and in which sections' texts they stand: who knows the name of a picture does not see it for that.</summary>
public interface IPictures
{
    /// <summary>Notes that somebody uploaded a picture. Twice is once.</summary>
    Task UploadedAsync(string sha256, PersonId by, CancellationToken cancellationToken);

    /// <summary>Those of the pictures that a person may see: what they uploaded themself, and what stands in a text that they may read.</summary>
    Task<IReadOnlySet<string>> SeenAsync(IReadOnlyList<string> pictures, AgencyId agency, PersonId reader, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Those of the pictures that stand in a section's texts.</summary>
    Task<IReadOnlySet<string>> StandingAsync(IReadOnlyList<string> pictures, ReportId report, SectionId section, CancellationToken cancellationToken);
}
