using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Trail;
using Workflows.Deciding;
using Workflows.Engine;
using Workflows.Recording;

namespace Workflows.Restricting;

/// <summary>Who may see a report, or a section of it, is changed.</summary>
/// <param name="Section">Null for the report as a whole.</param>
/// <param name="Audience">Besides those who work on it; null opens it to the agency.</param>
public sealed record RestrictReport(PersonId By, ReportId Report, SectionId? Section, Audience? Audience, string Reason)
{
    public const int LongestReason = 1000;
}

public sealed class RestrictReportHandler(IRecord record, TimeProvider clock)
{
    public Task<Outcome<Report>> HandleAsync(RestrictReport command, CancellationToken cancellationToken) =>
        record.WriteAsync<Report>(command.Report, async (transaction, token) =>
        {
            var at = clock.GetUtcNow();
            var (report, roster) = (transaction.Report, transaction.Roster);

            if (!report.IsOpenTo(command.By, null, roster, at)) return DeskRefusals.NoSuchReport;
            if (command.Section is { } id && (report.Plan.Find(id) is null || !report.IsOpenTo(command.By, id, roster, at))) return DeskRefusals.NoSuchSection;
            if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > RestrictReport.LongestReason) return RestrictionRefusals.WithoutReason;

            var concerned = (await record.SectionsAsync(command.Report, token)).Where(circulation => command.Section is null || circulation.Section == command.Section);
            var restricted = report.Restrict(command.Section, command.Audience, command.By, concerned, roster, at);
            if (restricted.IsRefused) return restricted.Refusal;

            transaction.Save(new Step
            {
                Report = restricted.Value,
                Entries =
                [
                    new Entry
                    {
                        Report = command.Report,
                        Number = 0,
                        At = at,
                        What = command.Audience is null ? "opened" : "restricted",
                        By = command.By,
                        Section = command.Section,
                        Note = NoteOf(command, roster),
                        Previous = "",
                        Hash = "",
                    },
                ],
            });

            return restricted.Value;
        }, cancellationToken);

    /// <summary>The names as they are today: the trail says what was meant, whatever becomes of the units.</summary>
    private static string NoteOf(RestrictReport command, Roster roster)
    {
        var names = command.Audience is { } audience
            ? audience.Units.Select(unit => roster.Find(unit)?.Name ?? "").Concat(audience.People.Select(person => roster.Find(person)?.Name ?? ""))
            : [];

        return string.Join('\n', names.Select(name => $"→ {name}").Append(command.Reason));
    }
}
