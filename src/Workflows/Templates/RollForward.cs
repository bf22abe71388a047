using Domain;
using Domain.People;
using Domain.Reports;
using Workflows.Recording;
using Workflows.Viewing;

namespace Workflows.Templates;

/// <summary>Makes a template from a report that was issued: its outline with its own texts kept beside each section as last period's.</summary>
public sealed record RollForward(TemplateId Id, PersonId By, AgencyId Agency, ReportId Report, string Name);

public sealed class RollForwardHandler(SaveTemplateHandler save, OpenReports reports, IRecord record)
{
    public async Task<Outcome<ReportTemplate>> HandleAsync(RollForward command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        if (await reports.FindAsync(command.Report, command.Agency, command.By, cancellationToken) is not { } report) return RollingRefusals.NoSuchReport;
        if (report.Withheld.Count > 0) return RollingRefusals.NotAllSeen;
        if (report.State != ReportState.Issued) return RollingRefusals.NotIssued;

        var plan = report.Plan;
        var texts = (await record.SectionsAsync(command.Report, cancellationToken)).ToDictionary(circulation => circulation.Section ?? default, circulation => circulation.Text?.Sha256);

        return await save.HandleAsync(
            new(command.By, new()
            {
                Id = command.Id,
                Agency = command.Agency,
                Name = command.Name,
                TypeName = plan.TypeName,
                TypeSymbol = plan.TypeSymbol,
                Abstract = plan.Abstract,
                AbstractNotes = plan.AbstractNotes,
                Addressees = plan.Addressees,
                Basis = plan.Basis,
                Recipients = report.Recipients,
                Sections =
                [
                    .. plan.Sections.Select((section, place) => section with
                    {
                        Id = MakeTemplateHandler.IdFor(command.Id, place),
                        LastText = texts.GetValueOrDefault(section.Id),
                        OnlyFor = report.RestrictionOf(section.Id)?.Audience,
                    }),
                ],
                LastPeriod = plan.Period,
                OnlyFor = report.RestrictionOf(null)?.Audience,
                Route = plan.Route.Id,
            }, OnRevision: 0),
            cancellationToken);
    }
}

public static class RollingRefusals
{
    public static Refusal NoSuchReport { get; } = new(RefusalKind.NotFound, "no-report-to-roll-forward",
        new("Không có báo cáo này trong cơ quan.", "The agency has no such report."));

    public static Refusal NotAllSeen { get; } = new(RefusalKind.NotAllowed, "not-all-seen",
        new("Báo cáo có phần hạn chế phổ biến mà anh/chị không được xem. Hãy nhờ Văn phòng tạo mẫu.", "Some of the report is kept from you. Ask the Office to make the template."));

    public static Refusal NotIssued { get; } = new(RefusalKind.Conflict, "not-issued-yet",
        new("Chỉ báo cáo đã ban hành mới dùng làm mẫu cho kỳ sau được. Hãy ban hành trước.", "Only an issued report becomes the next period's template. Issue it first."));
}
