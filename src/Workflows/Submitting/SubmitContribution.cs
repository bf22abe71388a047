using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Consolidating;
using Workflows.Deciding;
using Workflows.Drafting;
using Workflows.Recording;

namespace Workflows.Submitting;

/// <summary>The head of a drafting unit submits what the unit has written.</summary>
/// <param name="OnRevision">The revision of the working copy that the head saw.</param>
public sealed record SubmitContribution(DecisionId Id, PersonId By, ReportId Report, SectionId Section, UnitId Unit, int OnRevision) : IDecisionCommand;

public sealed class SubmitContributionHandler(Desk desk, IRecord record, Texts texts, ITextJoiner joiner)
{
    public async Task<Outcome<Decided>> HandleAsync(SubmitContribution command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        // The text goes into the blob store before the transaction; the transaction makes sure that it is still the text in hand.
        var of = new TextId(command.Section, command.Unit);
        var copy = await record.WorkingCopyAsync(command.Report, of, cancellationToken);
        var report = await record.ReportAsync(command.Report, cancellationToken);
        var level = report?.Plan.Find(command.Section)?.Level ?? OutlineLevel.Plain;
        Outcome<NewTextBlob> kept = copy is null ? CirculationRefusals.NothingWritten : await texts.KeepAsync(copy.Text, command.Report, command.Section, level, cancellationToken);

        return await desk.OnSectionAsync(command, command.Section, async (section, at) =>
        {
            if (section.MaySubmit(command.By, at.Moment.Roster, at.Moment.At, command.Unit) is { } refusal) return refusal;
            if (await at.WorkingCopyAsync(of) is not { } current) return CirculationRefusals.NothingWritten;
            if (current.Revision != command.OnRevision || current.Text != copy?.Text) return WorkingCopyRefusals.ChangedMeanwhile(current.Revision);
            if (kept.IsRefused) return kept.Refusal;

            var joined = await JoinAsync(section, command, current.Text, level, at.CancellationToken);
            if (joined.IsRefused) return joined.Refusal;

            var whole = await at.WorkingCopyAsync(new(command.Section, null)) ?? new WorkingCopy { Report = command.Report, Of = new(command.Section, null) };
            at.KeepCopies(after => after.Text?.Number == section.Text?.Number
                ? [current with { Writers = [] }]
                : [current with { Writers = [] }, whole with { Text = joined.Value.Text, Revision = whole.Revision + 1, Writers = [], SavedAt = at.Moment.At }]);

            return section.Decide(
                new Submit
                {
                    Id = command.Id,
                    By = command.By,
                    At = at.Moment.At,
                    Unit = command.Unit,
                    Text = new(kept.Value.Sha256, kept.Value.Length, current.Writers),
                    Joined = new(joined.Value.Blob.Sha256, joined.Value.Blob.Length, []),
                },
                at.Moment.Roster);
        }, cancellationToken);
    }

    private async Task<Outcome<Joined>> JoinAsync(Circulation section, SubmitContribution command, string text, OutlineLevel level, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        foreach (var contribution in section.Contributions)
        {
            if (contribution.Unit == command.Unit) parts.Add(text);
            else if (contribution.Text is { } other) parts.Add(await texts.ReadAsync(other.Sha256, cancellationToken));
        }

        var joined = parts.Count == 1 ? parts[0] : joiner.Join(parts);

        // Each part was checked by itself, and joining keeps them apart.
        return (await texts.KeepAsync(joined, command.Report, command.Section, level, cancellationToken)).Then<Joined>(blob => new Joined(joined, blob));
    }

    private sealed record Joined(string Text, NewTextBlob Blob);
}
