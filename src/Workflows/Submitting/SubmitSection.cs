using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;

namespace Workflows.Submitting;

/// <summary>The Office submits a section's text onwards, in the version that it names.</summary>
public sealed record SubmitSection(DecisionId Id, PersonId By, ReportId Report, SectionId Section, int Version) : IDecisionCommand;

public sealed class SubmitSectionHandler(Desk desk)
{
    public Task<Outcome<Decided>> HandleAsync(SubmitSection command, CancellationToken cancellationToken) =>
        desk.OnSectionAsync(command, command.Section, (section, at) => Task.FromResult(
            section.Decide(new Submit { Id = command.Id, By = command.By, At = at.Moment.At, Version = command.Version }, at.Moment.Roster)), cancellationToken);
}
