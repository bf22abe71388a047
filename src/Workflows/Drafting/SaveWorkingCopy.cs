using Domain;
using Domain.People;
using Domain.Reports;
using Workflows.Deciding;
using Workflows.Engine;
using Workflows.Recording;

namespace Workflows.Drafting;

/// <summary>What somebody has written so far, kept as it is: faults are for submitting.</summary>
/// <param name="Unit">The drafting unit whose contribution it is; null for the section's own text.</param>
/// <param name="OnRevision">The revision that it was written on; 0 before the first save.</param>
public sealed record SaveWorkingCopy(PersonId By, ReportId Report, SectionId Section, UnitId? Unit, string Text, int OnRevision);

public sealed class SaveWorkingCopyHandler(IRecord record, ITextCheck check, TimeProvider clock)
{
    public Task<Outcome<WorkingCopy>> HandleAsync(SaveWorkingCopy command, CancellationToken cancellationToken) =>
        record.WriteAsync<WorkingCopy>(command.Report, async (transaction, token) =>
        {
            var at = clock.GetUtcNow();
            if (!transaction.Report.IsOpenTo(command.By, command.Section, transaction.Roster, at) || await transaction.SectionAsync(command.Section, token) is not { } section) return DeskRefusals.NoSuchSection;
            if (section.MayWrite(command.By, command.Unit, transaction.Roster, at) is { } refusal) return refusal;

            var of = new TextId(command.Section, command.Unit);
            var copy = await transaction.WorkingCopyAsync(of, token) ?? new WorkingCopy { Report = command.Report, Of = of };
            var saved = copy.Save(command.Text, command.By, command.OnRevision, at);
            if (saved.IsRefused) return saved.Refusal;

            // Whoever may read the section sees its pictures; nobody shows themself one by writing its name down.
            var pictures = await transaction.SeenAsync(check.ImagesOf(saved.Value.Text), command.By, at, token);
            if (saved.Value != copy || pictures.Count > 0)
            {
                transaction.Save(new Step
                {
                    Report = transaction.Report,
                    WorkingCopies = saved.Value == copy ? [] : [saved.Value],
                    Pictures = [.. pictures.Select(picture => new PlacedPicture(command.Section, picture))],
                });
            }

            return saved;
        }, cancellationToken);
}
