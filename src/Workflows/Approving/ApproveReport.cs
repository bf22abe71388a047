using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Approving;

/// <summary>A reviewer of the whole report approves it, at a stage that a route puts before the signature.</summary>
public sealed record ApproveReport(DecisionId Id, PersonId By, ReportId Report, int Version) : IDecisionCommand;

public sealed class ApproveReportHandler(Desk desk)
{
    public Task<Outcome<Decided>> HandleAsync(ApproveReport command, CancellationToken cancellationToken) =>
        desk.OnReportAsync(command, (transaction, moment, _) => Task.FromResult(
            transaction.Report.Own.Decide(new Approve(command.Version) { Id = command.Id, By = command.By, At = moment.At }, moment.Roster)
                .Then<ReportRuling>(ruling => new ReportRuling(ruling))), cancellationToken);
}
