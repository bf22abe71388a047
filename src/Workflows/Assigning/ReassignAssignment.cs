using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Assigning;

/// <summary>Another person takes over what was given to somebody.</summary>
/// <param name="Section">Null for the report itself.</param>
public sealed record ReassignAssignment(DecisionId Id, PersonId By, ReportId Report, SectionId? Section, AssignmentId Assignment, PersonId To, string Reason) : IDecisionCommand;

public sealed class ReassignAssignmentHandler(Desk desk)
{
    public Task<Outcome<Decided>> HandleAsync(ReassignAssignment command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        return command.Section is { } id
            ? desk.OnSectionAsync(command, id, (section, at) => Task.FromResult(section.Decide(Made(command, at.Moment.At), at.Moment.Roster)), cancellationToken)
            : desk.OnReportAsync(command, (transaction, moment, _) => Task.FromResult(
                transaction.Report.Own.Decide(Made(command, moment.At), moment.Roster).Then<ReportRuling>(ruling => new ReportRuling(ruling))), cancellationToken);
    }

    private static Reassign Made(ReassignAssignment command, DateTimeOffset at) =>
        new(command.Assignment, command.To, command.Reason) { Id = command.Id, By = command.By, At = at };
}
