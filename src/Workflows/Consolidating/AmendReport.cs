using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Consolidating;

/// <summary>The Office changes whom the report goes to, while it is not signed.</summary>
public sealed record AmendReport(DecisionId Id, PersonId By, ReportId Report, IReadOnlyList<string> Recipients) : IDecisionCommand;

public sealed class AmendReportHandler(Desk desk)
{
    public Task<Outcome<Decided>> HandleAsync(AmendReport command, CancellationToken cancellationToken) =>
        desk.OnReportAsync(command, (transaction, moment, _) => Task.FromResult(
            transaction.Report.Decide(new Amend(command.Recipients) { Id = command.Id, By = command.By, At = moment.At }, moment.Roster)
                .Then<ReportRuling>(amended => new ReportRuling(amended.Own) { Amended = amended })), cancellationToken);
}
