using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Stopping;

/// <summary>The Office gives a report up that is not to be issued: one started by mistake, say, or one that is no longer asked for.</summary>
public sealed record StopReport(DecisionId Id, PersonId By, ReportId Report, string Reason) : IDecisionCommand;

public sealed class StopReportHandler(Desk desk)
{
    public Task<Outcome<Decided>> HandleAsync(StopReport command, CancellationToken cancellationToken) =>
        desk.OnReportAsync(command, async (transaction, moment, token) =>
        {
            var sections = await transaction.SectionsAsync(token);

            return transaction.Report.Decide(new Stop(command.Reason.Trim()) { Id = command.Id, By = command.By, At = moment.At }, sections, moment.Roster)
                .Then<ReportRuling>(stopped => new ReportRuling(stopped.Own) { Stopped = stopped, Before = sections });
        }, cancellationToken);
}
