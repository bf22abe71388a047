using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;
using Workflows.Drafting;

namespace Workflows.Returning;

/// <summary>A stage of the whole report sends chosen sections back, or the report to an earlier stage of its own. What is not returned stays cleared.</summary>
/// <param name="Targets">Either sections with the stage that each goes back to, or one earlier stage of the report.</param>
public sealed record ReturnReport(
    DecisionId Id, PersonId By, ReportId Report, int Version, IReadOnlyList<ReturnTarget> Targets, IReadOnlyList<Remark> Remarks) : IDecisionCommand;

public sealed class ReturnReportHandler(Desk desk, Texts texts)
{
    public Task<Outcome<Decided>> HandleAsync(ReturnReport command, CancellationToken cancellationToken) =>
        desk.OnReportAsync(command, async (transaction, moment, token) =>
        {
            if (Remarks.Check(command.Remarks) is { } refusal) return refusal;

            var report = transaction.Report;
            var back = new Return { Id = command.Id, By = command.By, At = moment.At, Version = command.Version, Targets = command.Targets, Remarks = command.Remarks };

            if (command.Targets is [{ Section: null }])
                return report.Own.Decide(back, moment.Roster).Then<ReportRuling>(ruling => new ReportRuling(ruling));

            var before = new List<Circulation>();
            foreach (var target in command.Targets)
            {
                if (target.Section is { } id && await transaction.SectionAsync(id, token) is { } section) before.Add(section);
            }

            var returned = report.ReturnSections(back, before, moment.Roster);
            if (returned.IsRefused) return returned.Refusal;

            var copies = new List<WorkingCopy>();
            foreach (var target in command.Targets)
            {
                if (before.FirstOrDefault(section => section.Section == target.Section) is { } section
                    && await ReturnedCopy.OfAsync(section, target.Stage, of => transaction.WorkingCopyAsync(of, token), texts, moment.At, token) is { } copy)
                    copies.Add(copy);
            }

            return new ReportRuling(returned.Value.Own) { Sections = returned.Value, Before = before, WorkingCopies = copies };
        }, cancellationToken);
}
