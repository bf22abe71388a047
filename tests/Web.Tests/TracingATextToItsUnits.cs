using System.Net;

namespace Web.Tests;

public sealed class TracingATextToItsUnits(Office office)
{
    [Fact]
    public async Task Each_paragraph_says_which_unit_gave_it_and_whether_the_office_changed_it()
    {
        var report = await RunningReport.StartAsync(office);
        await report.WriteAsync(Given.FinanceDrafter, report.Society, Given.Finance, "Chi an sinh xã hội đạt 85 tỷ đồng.");
        await report.WriteAsync(Given.HealthHead, report.Society, Given.Health, "Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.");
        (await report.SubmitAsync(Given.FinanceHead, report.Society, Given.Finance)).Ok();
        var caller = await office.AsAsync(Given.Consolidator);
        (await caller.GetAsync($"{report.Society}/origins")).Refused(HttpStatusCode.NotFound, "no-such-version");
        (await report.SubmitAsync(Given.HealthHead, report.Society, Given.Health)).Ok();

        var copy = await caller.GetAsync($"{report.Society}/working-copy");
        (await caller.PutTextAsync($"{report.Society}/working-copy", "Tỷ lệ bao phủ bảo hiểm y tế ước đạt 96%.\n\nChi an sinh xã hội đạt 85 tỷ đồng.\n\nĐánh giá chung: hoàn thành.", copy.ETag)).Ok();

        Assert.Equal([(Given.Finance.Value, false), (Given.Health.Value, false)], await OriginsAsync(caller, $"{report.Society}/origins"));
        (Guid?, bool)[] edited = [(Given.Health.Value, true), (Given.Finance.Value, false), (null, false)];
        Assert.Equal(edited, await OriginsAsync(caller, $"{report.Society}/origins?workingCopy=true"));

        (await caller.PostAsync($"{report.Society}/revisions", new { id = Guid.NewGuid(), version = 1, onRevision = 2 })).Ok();
        Assert.Equal(edited, await OriginsAsync(caller, $"{report.Society}/origins"));
    }

    private static async Task<IReadOnlyList<(Guid? Unit, bool IsEdited)>> OriginsAsync(Caller caller, string address) =>
    [
        .. (await caller.GetAsync(address)).Ok().GetProperty("parts").EnumerateArray()
            .Select(part => (part.GetProperty("unit").ValueKind == System.Text.Json.JsonValueKind.Null ? null : (Guid?)part.GetProperty("unit").GetGuid(), part.GetProperty("isEdited").GetBoolean())),
    ];
}
