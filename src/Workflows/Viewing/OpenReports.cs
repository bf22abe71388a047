using Domain.People;
using Domain.Reports;
using Workflows.Recording;

namespace Workflows.Viewing;

/// <summary>Reports as one person may read them: whatever shows a report to somebody asks here.</summary>
public sealed class OpenReports(IRecord record, TimeProvider clock)
{
    /// <summary>Without what is withheld from the reader; null where there is no such report for them, whatever the reason.</summary>
    public async Task<Report?> FindAsync(ReportId report, AgencyId agency, PersonId reader, CancellationToken cancellationToken)
    {
        if (await record.ReportAsync(report, cancellationToken) is not { } found || found.Plan.Agency != agency) return null;
        if (found.Restrictions.Count == 0) return found;

        return await record.RosterAsync(agency, cancellationToken) is { } roster ? found.SeenWith(Badges.Of(reader, roster, clock.GetUtcNow())) : null;
    }
}
