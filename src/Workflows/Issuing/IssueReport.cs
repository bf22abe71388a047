using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Blobs;
using Workflows.Deciding;
using Workflows.Typesetting;

namespace Workflows.Issuing;

/// <summary>
/// The clerk takes the next number of the register and the day, and completes the document, as one act:
/// never a number without a document, nor a document without a number.
/// </summary>
/// <param name="On">The day that the report is dated with; null for today.</param>
public sealed record IssueReport(DecisionId Id, PersonId By, ReportId Report, int Version, DateOnly? On = null) : IDecisionCommand;

public sealed class IssueReportHandler(Desk desk, ReportManuscripts manuscripts, ITypesetter typesetter, IBlobs blobs)
{
    public Task<Outcome<Decided>> HandleAsync(IssueReport command, CancellationToken cancellationToken) =>
        desk.OnReportAsync(command, async (transaction, moment, token) =>
        {
            var report = transaction.Report;
            if (report.Own.MayIssue(command.By, moment.Roster, moment.At) is { } refusal) return refusal;
            if (report.Own.Text?.Number != command.Version) return CirculationRefusals.Stale(report.Own.Text?.Number ?? 0);
            if (report is not { IsSigned: true, Signature: { } signature }) return IssuingRefusals.NotSigned;

            var agency = moment.Roster.Agency;
            var today = VietnamTime.DateOf(moment.At);
            var on = command.On ?? today;
            var series = agency.SeriesOf(report.Plan.TypeSymbol);

            if (on < VietnamTime.DateOf(signature.At) || on > today) return IssuingRefusals.WrongDay;
            if (await transaction.LastNumberedOnAsync(agency.Id, series, on.Year, token) > on) return IssuingRefusals.BeforeLastNumber;

            // The number is held from here to the end of the transaction, so the document that bears it is made inside.
            var register = (await transaction.RegisterAsync(agency.Id, series, on.Year, token)).Next();
            var block = new SignatureBlock(signature.Lines, signature.Name, IsSigned: true);
            var manuscript = await manuscripts.CollectAsync(report, agency, on, register.Last, block, token);
            var typeset = await typesetter.TypesetAsync(manuscript, token);
            if (typeset.IsRefused) return typeset.Refusal;

            var pdf = await blobs.WriteAsync(typeset.Value.Pdf, token);
            var docx = await blobs.WriteAsync(typeset.Value.Docx, token);

            return report.Own.Decide(new Issue(command.Version, register.Last, on, pdf, docx) { Id = command.Id, By = command.By, At = moment.At }, moment.Roster)
                .Then<ReportRuling>(ruling => new ReportRuling(ruling)
                {
                    Imprint = new(register.Last, on, command.By, moment.At, pdf, docx),
                    Number = new(agency.Id, series, on.Year, register.Last, report.Id, report.SymbolIn(agency), on, report.Plan.Abstract, signature.Name),
                });
        }, cancellationToken);
}

public static class IssuingRefusals
{
    public static Refusal NotSigned { get; } = new(RefusalKind.Conflict, "not-signed",
        new("Báo cáo chưa có chữ ký cho phiên bản hiện tại.", "The report is not signed in its present version."));

    public static Refusal WrongDay { get; } = new(RefusalKind.Invalid, "wrong-day",
        new("Ngày ban hành không được trước ngày ký và không được sau hôm nay.", "The day of issue may not be before the signature nor after today."));

    public static Refusal BeforeLastNumber { get; } = new(RefusalKind.Conflict, "before-last-number",
        new("Sổ đã cấp số cho ngày muộn hơn; ngày ban hành không được lùi trước số gần nhất.", "The register has given a number on a later day; this one may not be dated before it."));
}
