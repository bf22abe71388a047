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
        if (await record.RosterAsync(command.Agency, cancellationToken) is not { } roster) return RollingRefusals.NoSuchReport;
        if (Permissions.MayMakeTemplateOf(report, roster) is { } refusal) return refusal;
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
            }, OnRevision: 0)
            { BringsTexts = true },
            cancellationToken);
    }
}

public static class RollingRefusals
{
    public static Refusal NoSuchReport { get; } = new(RefusalKind.NotFound, "no-report-to-roll-forward",
        new("Không có báo cáo này trong cơ quan.", "The agency has no such report."));

    public static Refusal NotIssued { get; } = new(RefusalKind.Conflict, "not-issued-yet",
        new("Chỉ báo cáo đã ban hành mới dùng làm mẫu cho kỳ sau được. Hãy ban hành trước.", "Only an issued report becomes the next period's template. Issue it first."));
}
