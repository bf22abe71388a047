using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;
using Workflows.Drafting;

namespace Workflows.Returning;

/// <summary>A section's text goes back to an earlier stage, with what has to be answered.</summary>
/// <param name="Units">At Draft the units that have to write again; empty for all.</param>
public sealed record ReturnSection(
    DecisionId Id, PersonId By, ReportId Report, SectionId Section, int Version, StageKey To, IReadOnlyList<UnitId> Units, IReadOnlyList<Remark> Remarks) : IDecisionCommand;

public sealed class ReturnSectionHandler(Desk desk, Texts texts)
{
    public Task<Outcome<Decided>> HandleAsync(ReturnSection command, CancellationToken cancellationToken) =>
        desk.OnSectionAsync(command, command.Section, async (section, at) =>
        {
            if (Remarks.Check(command.Remarks) is { } refusal) return refusal;

            var back = new Return
            {
                Id = command.Id,
                By = command.By,
                At = at.Moment.At,
                Version = command.Version,
                Targets = [new(command.To) { Units = command.Units }],
                Remarks = command.Remarks,
            };
            var ruling = section.Decide(back, at.Moment.Roster);

            if (!ruling.IsRefused && await ReturnedCopy.OfAsync(section, command.To, of => at.WorkingCopyAsync(of), texts, at.Moment.At, at.CancellationToken) is { } copy)
                at.KeepCopies(_ => [copy]);

            return ruling;
        }, cancellationToken);
}
