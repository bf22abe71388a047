using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Approving;

/// <summary>A reviewer approves a section's text in the version that they read.</summary>
public sealed record ApproveSection(DecisionId Id, PersonId By, ReportId Report, SectionId Section, int Version) : IDecisionCommand;

public sealed class ApproveSectionHandler(Desk desk)
{
    public Task<Outcome<Decided>> HandleAsync(ApproveSection command, CancellationToken cancellationToken) =>
        desk.OnSectionAsync(command, command.Section, (section, at) => Task.FromResult(
            section.Decide(new Approve(command.Version) { Id = command.Id, By = command.By, At = at.Moment.At }, at.Moment.Roster)), cancellationToken);
}
