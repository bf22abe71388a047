using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;
using Workflows.Drafting;
using Workflows.Recording;

namespace Workflows.Consolidating;

/// <summary>The Office makes a new version of a section's text from its working copy. Approvals of the text before it fall.</summary>
/// <param name="Version">The version that the edit began with.</param>
/// <param name="OnRevision">The revision of the section's working copy that becomes the version.</param>
public sealed record ReviseSection(DecisionId Id, PersonId By, ReportId Report, SectionId Section, int Version, int OnRevision) : IDecisionCommand;

public sealed class ReviseSectionHandler(Desk desk, IRecord record, Texts texts)
{
    public async Task<Outcome<Decided>> HandleAsync(ReviseSection command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        var of = new TextId(command.Section, null);
        var copy = await record.WorkingCopyAsync(command.Report, of, cancellationToken);
        var report = await record.ReportAsync(command.Report, cancellationToken);
        var level = report?.Plan.Find(command.Section)?.Level ?? OutlineLevel.Plain;
        Outcome<NewTextBlob> kept = copy is null ? CirculationRefusals.NothingWritten : await texts.KeepAsync(copy.Text, command.Report, command.Section, level, cancellationToken);

        return await desk.OnSectionAsync(command, command.Section, async (section, at) =>
        {
            if (at.Report.MayRevise(section, command.By, at.Moment.Roster) is { } refusal) return refusal;
            if (await at.WorkingCopyAsync(of) is not { } current) return CirculationRefusals.NothingWritten;
            if (current.Revision != command.OnRevision || current.Text != copy?.Text) return WorkingCopyRefusals.ChangedMeanwhile(current.Revision);
            if (kept.IsRefused) return kept.Refusal;

            at.KeepCopies(_ => [current with { Writers = [] }]);

            return section.Decide(
                new Revise(command.Version, new(kept.Value.Sha256, kept.Value.Length, current.Writers)) { Id = command.Id, By = command.By, At = at.Moment.At },
                at.Moment.Roster);
        }, cancellationToken);
    }
}
