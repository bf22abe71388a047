using Domain.People;
using Domain.Reports;
using Workflows.Starting;

namespace Web.Tests;

/// <summary>A report that was started, and the ways to bring it on over HTTP.</summary>
public sealed class RunningReport(Office office, ReportId id)
{
    public string Address => $"/api/reports/{id.Value}";

    public ReportId Id => id;

    public string Budget => AddressOf(Given.Budget);

    public string Society => AddressOf(Given.Society);

    public static async Task<RunningReport> StartAsync(Office office)
    {
        var id = new ReportId(Guid.NewGuid());
        var started = await (await office.AsAsync(Given.Consolidator)).PostAsync("/api/reports", new { id = id.Value, template = Given.Template.Value, period = "2026-09", dueOn = "2026-10-30" });
        started.Ok();

        return new(office, id);
    }

    public SectionId IdOf(SectionId templateSection) => StartReportHandler.IdFor(id, templateSection);

    public async Task WriteAsync(PersonId writer, string section, UnitId unit, string text)
    {
        var (caller, copy) = (await office.AsAsync(writer), $"{section}/working-copy?unit={unit.Value}");
        (await caller.PutTextAsync(copy, text, (await caller.GetAsync(copy)).ETag)).Ok();
    }

    public async Task<Answer> SubmitAsync(PersonId head, string section, UnitId unit, Guid? decision = null)
    {
        var caller = await office.AsAsync(head);
        var copy = await caller.GetAsync($"{section}/working-copy?unit={unit.Value}");

        return await caller.PostAsync(
            $"{section}/contributions/{unit.Value}/submissions",
            new { id = decision ?? Guid.NewGuid(), onRevision = int.Parse((copy.ETag ?? "").Trim('"'), System.Globalization.CultureInfo.InvariantCulture) });
    }

    public async Task<Answer> ActAsync(PersonId person, string door, int version, Guid? decision = null) =>
        await (await office.AsAsync(person)).PostAsync(door, new { id = decision ?? Guid.NewGuid(), version });

    public async Task<Answer> SignAsync(PersonId person, int version = 1) =>
        await (await office.AsAsync(person)).PostAsync($"{Address}/signatures", new { id = Guid.NewGuid(), version, password = Given.Password });

    /// <summary>The first section's text is with the Office.</summary>
    public async Task<RunningReport> ToConsolidateAsync()
    {
        await WriteAsync(Given.FinanceDrafter, Budget, Given.Finance, "Thu ngân sách đạt 1.250 tỷ đồng.");
        (await SubmitAsync(Given.FinanceHead, Budget, Given.Finance)).Ok();

        return this;
    }

    /// <summary>The first section's text is with the vice-chair.</summary>
    public async Task<RunningReport> ToReviewAsync()
    {
        await ToConsolidateAsync();
        (await ActAsync(Given.Consolidator, $"{Budget}/submissions", 1)).Ok();

        return this;
    }

    /// <summary>Every section is cleared, and the chairman is asked.</summary>
    public async Task<RunningReport> ToSignAsync()
    {
        await ToReviewAsync();
        (await ActAsync(Given.Vice, $"{Budget}/approvals", 1)).Ok();

        await WriteAsync(Given.FinanceDrafter, Society, Given.Finance, "Chi an sinh xã hội đạt 85 tỷ đồng.");
        await WriteAsync(Given.HealthHead, Society, Given.Health, "Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.");
        (await SubmitAsync(Given.FinanceHead, Society, Given.Finance)).Ok();
        (await SubmitAsync(Given.HealthHead, Society, Given.Health)).Ok();
        (await ActAsync(Given.Consolidator, $"{Society}/submissions", 1)).Ok();
        (await ActAsync(Given.Vice, $"{Society}/approvals", 1)).Ok();

        return this;
    }

    private string AddressOf(SectionId templateSection) => $"{Address}/sections/{IdOf(templateSection).Value}";
}
