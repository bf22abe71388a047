using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Withdrawing;

/// <summary>Somebody takes back what they submitted, approved or signed, while the next stage has not acted.</summary>
/// <param name="Section">Null for the report itself.</param>
public sealed record WithdrawDecision(DecisionId Id, PersonId By, ReportId Report, SectionId? Section) : IDecisionCommand;

public sealed class WithdrawDecisionHandler(Desk desk)
{
    public Task<Outcome<Decided>> HandleAsync(WithdrawDecision command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        return command.Section is { } id
            ? desk.OnSectionAsync(command, id, (section, at) => Task.FromResult(
                section.Decide(Made(command, at.Moment.At), at.Report.HasActedOnSections)), cancellationToken)
            : desk.OnReportAsync(command, (transaction, moment, _) => Task.FromResult(
                transaction.Report.Own.Decide(Made(command, moment.At), nextHasActed: true).Then<ReportRuling>(ruling => new ReportRuling(ruling))), cancellationToken);
    }

    private static Domain.Routes.Withdraw Made(WithdrawDecision command, DateTimeOffset at) => new() { Id = command.Id, By = command.By, At = at };
}
