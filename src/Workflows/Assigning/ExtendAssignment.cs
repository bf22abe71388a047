using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Assigning;

/// <summary>The Office gives more time, and says why.</summary>
/// <param name="Section">Null for the report itself.</param>
public sealed record ExtendAssignment(DecisionId Id, PersonId By, ReportId Report, SectionId? Section, AssignmentId Assignment, DateTimeOffset DueAt, string Reason) : IDecisionCommand;

public sealed class ExtendAssignmentHandler(Desk desk)
{
    public Task<Outcome<Decided>> HandleAsync(ExtendAssignment command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        return command.Section is { } id
            ? desk.OnSectionAsync(command, id, (section, at) => Task.FromResult(section.Decide(Made(command, at.Moment.At), at.Moment.Roster)), cancellationToken)
            : desk.OnReportAsync(command, (transaction, moment, _) => Task.FromResult(
                transaction.Report.Own.Decide(Made(command, moment.At), moment.Roster).Then<ReportRuling>(ruling => new ReportRuling(ruling))), cancellationToken);
    }

    private static Extend Made(ExtendAssignment command, DateTimeOffset at) =>
        new(command.Assignment, command.DueAt, command.Reason) { Id = command.Id, By = command.By, At = at };
}
