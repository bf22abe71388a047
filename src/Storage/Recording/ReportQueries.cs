using Domain.Reports;
using Domain.Routes;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;

namespace Storage.Recording;

/// <summary>What every decision reads, compiled once.</summary>
internal sealed class ReportQueries
{
    private readonly Func<ApprovalContext, ReportId, CancellationToken, Task<HeldReport?>> head = EF.CompileAsyncQuery((ApprovalContext context, ReportId report, CancellationToken cancellationToken) =>
        context.Reports.AsNoTracking()
            .Where(row => row.Id == report)
            .Join(context.Agencies, row => row.Agency, agency => agency.Id, (row, agency) => new HeldReport(row, agency.Revision))
            .SingleOrDefault());

    private readonly Func<ApprovalContext, ReportId, SectionId, CancellationToken, Task<CirculationRow?>> section = EF.CompileAsyncQuery((ApprovalContext context, ReportId report, SectionId section, CancellationToken cancellationToken) =>
        context.Circulations.AsNoTracking().SingleOrDefault(row => row.Report == report && row.Section == section));

    private readonly Func<ApprovalContext, DecisionId, CancellationToken, Task<DecisionRow?>> decision = EF.CompileAsyncQuery((ApprovalContext context, DecisionId id, CancellationToken cancellationToken) =>
        context.Decisions.AsNoTracking().SingleOrDefault(row => row.Id == id));

    public Task<HeldReport?> HeadAsync(ApprovalContext context, ReportId report, CancellationToken cancellationToken) => head(context, report, cancellationToken);

    public Task<CirculationRow?> SectionAsync(ApprovalContext context, ReportId report, SectionId id, CancellationToken cancellationToken) => section(context, report, id, cancellationToken);

    public Task<DecisionRow?> DecisionAsync(ApprovalContext context, DecisionId id, CancellationToken cancellationToken) => decision(context, id, cancellationToken);
}

/// <param name="Revision">The revision of the agency's book.</param>
internal sealed record HeldReport(ReportRow Head, long Revision);
