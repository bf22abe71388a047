using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Blobs;
using Workflows.Deciding;
using Workflows.Recording;
using Workflows.Typesetting;

namespace Workflows.Signing;

/// <summary>The chairman, or who may sign for them, signs the whole report as it is typeset, with number and day still blank (Decree 30/2020/NĐ-CP, articles 13–15).</summary>
/// <param name="Version">The version of the whole that the signer read.</param>
/// <param name="Shown">The SHA-256 of the PDF whose pages the signer read; null where the caller did not look at any.</param>
public sealed record SignReport(DecisionId Id, PersonId By, ReportId Report, int Version, string? Shown = null) : IDecisionCommand;

public sealed class SignReportHandler(Desk desk, IRecord record, ReportManuscripts manuscripts, ITypesetter typesetter, IBlobs blobs, TimeProvider clock)
{
    public async Task<Outcome<Decided>> HandleAsync(SignReport command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        var files = await TypesetAsync(command, cancellationToken);

        return await desk.OnReportAsync(command, (transaction, moment, _) =>
        {
            var own = transaction.Report.Own;
            if (own.MaySign(command.By, moment.Roster, moment.At) is { } refusal) return Task.FromResult<Outcome<ReportRuling>>(refusal);
            if (files.IsRefused) return Task.FromResult<Outcome<ReportRuling>>(files.Refusal);

            // What was typeset before the transaction must be what is signed in it.
            if (own.Text?.Sha256 != files.Value.Manifest) return Task.FromResult<Outcome<ReportRuling>>(CirculationRefusals.Stale(own.Text?.Number ?? 0));

            if (command.Shown is { } shown && shown != files.Value.Pdf) return Task.FromResult<Outcome<ReportRuling>>(SigningRefusals.NotAsShown);

            var principal = own.SeatOf(command.By, moment.Roster, moment.At)?.OnBehalfOf;
            var block = ReportManuscripts.BlockOf(moment.Roster, command.By, principal, moment.At, isSigned: true);
            var ruling = own.Decide(new Sign(command.Version, files.Value.Pdf, files.Value.Docx) { Id = command.Id, By = command.By, At = moment.At }, moment.Roster);

            return Task.FromResult(ruling.Then<ReportRuling>(made => new ReportRuling(made)
            {
                Signature = new(command.Id, command.By, principal, moment.At, block.Lines, block.Name, files.Value.Pdf, files.Value.Docx),
            }));
        }, cancellationToken);
    }

    private async Task<Outcome<Files>> TypesetAsync(SignReport command, CancellationToken cancellationToken)
    {
        if (await record.ReportAsync(command.Report, cancellationToken) is not { } report) return DeskRefusals.NoSuchReport;
        if (await record.RosterAsync(report.Plan.Agency, cancellationToken) is not { } roster || report.Own.Text is not { } text) return CirculationRefusals.WrongStage(report.Own, Act.Sign);

        var at = clock.GetUtcNow();
        var principal = report.Own.SeatOf(command.By, roster, at)?.OnBehalfOf;
        var block = ReportManuscripts.BlockOf(roster, command.By, principal, at, isSigned: false);
        var manuscript = await manuscripts.CollectAsync(report, roster.Agency, ReportManuscripts.Today(at), number: null, block, cancellationToken);
        var typeset = await typesetter.TypesetAsync(manuscript, cancellationToken);
        if (typeset.IsRefused) return typeset.Refusal;

        return new Files(
            text.Sha256,
            await blobs.WriteAsync(typeset.Value.Pdf, cancellationToken),
            await blobs.WriteAsync(typeset.Value.Docx, cancellationToken));
    }

    private sealed record Files(string Manifest, string Pdf, string Docx);
}

public static class SigningRefusals
{
    public static Refusal NotAsShown { get; } = new(RefusalKind.Conflict, "not-as-shown",
        new("Báo cáo sẽ được in khác với các trang vừa xem. Hãy đọc lại các trang bên dưới rồi ký.",
            "The report would be printed differently from the pages that were shown. Read the pages below again, then sign."));
}
