using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Trail;
using Workflows.Deciding;
using Workflows.Engine;
using Workflows.Notifying;
using Workflows.Recording;

namespace Workflows.Recalling;

/// <summary>The clerk enters that an issued document is called back; its number stays in the register, marked.</summary>
public sealed record RecallReport(PersonId By, ReportId Report, string Reason);

public sealed class RecallReportHandler(IRecord record, TimeProvider clock)
{
    public Task<Outcome<Report>> HandleAsync(RecallReport command, CancellationToken cancellationToken) =>
        record.WriteAsync<Report>(command.Report, (transaction, _) => Task.FromResult(Recall(transaction, command)), cancellationToken);

    private Outcome<Report> Recall(IReportTransaction transaction, RecallReport command)
    {
        var at = clock.GetUtcNow();
        var (report, roster) = (transaction.Report, transaction.Roster);
        if (!report.IsOpenTo(command.By, null, roster, at)) return DeskRefusals.NoSuchReport;

        var recall = new Recall(command.By, at, command.Reason.Trim());
        var recalled = report.Recalled(recall, roster);
        if (recalled.IsRefused) return recalled;

        transaction.Save(new Step
        {
            Report = recalled.Value,
            Entries = [new Entry { Report = command.Report, Number = 0, At = at, What = "recalled", By = command.By, Note = recall.Reason, Previous = "", Hash = "" }],
            Notices = [Notice.Recalling(command.Report, recall)],
        });

        return recalled;
    }
}
