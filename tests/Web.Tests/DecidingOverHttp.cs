using System.Net;

namespace Web.Tests;

public sealed class DecidingOverHttp(Office office)
{
    [Fact]
    public async Task Who_may_not_decide_is_told_who_can()
    {
        var report = await (await RunningReport.StartAsync(office)).ToReviewAsync();

        var problem = (await report.ActAsync(Given.FinanceHead, $"{report.Budget}/approvals", 1)).Refused(HttpStatusCode.Forbidden, "not-yours");

        var who = Assert.Single(problem.GetProperty("whoCan").EnumerateArray());
        Assert.Equal(Given.Vice.Value, who.GetProperty("id").GetGuid());
        Assert.Equal("Trần Thị Phó", who.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Every_act_of_somebody_else_is_refused_with_the_names_of_those_who_can()
    {
        var report = await (await RunningReport.StartAsync(office)).ToConsolidateAsync();
        var drafter = await office.AsAsync(Given.FinanceDrafter);
        var assignment = (await drafter.GetAsync(report.Address)).Ok().GetProperty("assignments").EnumerateArray()
            .First(open => open.GetProperty("section").GetGuid() == report.IdOf(Given.Budget).Value).GetProperty("id").GetGuid();
        await report.WriteAsync(Given.FinanceDrafter, report.Society, Given.Finance, "Chi an sinh đạt 85 tỷ đồng.");
        var id = Guid.NewGuid();

        Answer[] answers =
        [
            await report.SubmitAsync(Given.FinanceDrafter, report.Society, Given.Finance),
            await drafter.PostAsync($"{report.Budget}/submissions", new { id, version = 1 }),
            await drafter.PostAsync($"{report.Budget}/revisions", new { id, version = 1, onRevision = 1 }),
            await drafter.PostAsync($"{report.Budget}/returns", new { id, version = 1, to = "draft", remarks = new[] { new { thread = Guid.NewGuid(), text = "Sai." } } }),
            await drafter.PostAsync($"{report.Budget}/assignments/{assignment}/reassignments", new { id, to = Given.Consolidator.Value, reason = "Bận." }),
            await drafter.PostAsync($"{report.Budget}/assignments/{assignment}/extensions", new { id, dueAt = "2026-12-01T10:00:00Z", reason = "Bận." }),
            await drafter.PostAsync($"{report.Address}/amendments", new { id, recipients = new[] { "Lưu: VT" } }),
            await drafter.PostAsync("/api/reports", new { id, template = Given.Template.Value, dueOn = "2026-10-30" }),
            await drafter.PostAsync("/api/delegations", new { id, from = Given.Chairman.Value, to = Given.Vice.Value, capacity = "deputising", startsAt = "2026-09-07T00:00:00Z", endsAt = "2026-09-08T00:00:00Z", ground = "Đi họp" }),
            await drafter.PutTextAsync($"{report.Budget}/working-copy", "Sửa hộ.", "\"1\""),
        ];

        Assert.All(answers, answer =>
        {
            Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{(int)answer.Status}: {answer.Text}");
            Assert.NotEmpty(answer.Json.GetProperty("whoCan").EnumerateArray());
        });
    }

    [Fact]
    public async Task Signing_and_issuing_are_for_those_who_are_asked()
    {
        var report = await (await RunningReport.StartAsync(office)).ToSignAsync();

        var signing = (await report.SignAsync(Given.Clerk)).Refused(HttpStatusCode.Forbidden, "not-yours");
        (await report.ActAsync(Given.Clerk, $"{report.Address}/issues", 1)).Refused(HttpStatusCode.Conflict, "wrong-stage");
        (await report.SignAsync(Given.Chairman, 7)).Refused(HttpStatusCode.Conflict, "stale-version");

        Assert.Equal("Nguyễn Văn Chủ", Assert.Single(signing.GetProperty("whoCan").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_decision_on_a_text_that_has_changed_is_refused()
    {
        var report = await (await RunningReport.StartAsync(office)).ToReviewAsync();

        (await report.ActAsync(Given.Vice, $"{report.Budget}/approvals", 2)).Refused(HttpStatusCode.Conflict, "stale-version");
    }

    [Fact]
    public async Task A_start_that_is_sent_twice_starts_one_report_and_another_under_its_id_is_refused()
    {
        var (caller, id) = (await office.AsAsync(Given.Consolidator), Guid.NewGuid());
        Task<Answer> StartAsync(string dueOn) => caller.PostAsync("/api/reports", new { id, template = Given.Template.Value, dueOn });

        var first = (await StartAsync("2026-10-30")).Ok();
        var second = (await StartAsync("2026-10-30")).Ok();

        Assert.Equal(first.GetRawText(), second.GetRawText());
        (await StartAsync("2026-10-29")).Refused(HttpStatusCode.Conflict, "report-id-taken");
    }

    [Fact]
    public async Task The_same_decision_twice_has_one_effect_and_the_same_answer()
    {
        var (report, decision) = (await (await RunningReport.StartAsync(office)).ToReviewAsync(), Guid.NewGuid());

        var first = (await report.ActAsync(Given.Vice, $"{report.Budget}/approvals", 1, decision)).Ok();
        var second = (await report.ActAsync(Given.Vice, $"{report.Budget}/approvals", 1, decision)).Ok();

        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task Another_decision_under_the_same_id_is_refused()
    {
        var (report, decision) = (await (await RunningReport.StartAsync(office)).ToReviewAsync(), Guid.NewGuid());
        (await report.ActAsync(Given.Vice, $"{report.Budget}/approvals", 1, decision)).Ok();

        (await report.ActAsync(Given.Vice, $"{report.Budget}/withdrawals", 1, decision)).Refused(HttpStatusCode.Conflict, "decision-id-taken");
    }

    [Fact]
    public async Task The_same_delegation_twice_is_one_and_another_may_not_take_its_place()
    {
        var (chairman, id) = (await office.AsAsync(Given.Administrator), Guid.NewGuid());
        var body = new { id, to = Given.Clerk.Value, capacity = "authorised", startsAt = "2027-01-04T00:00:00Z", endsAt = "2027-01-05T00:00:00Z", ground = "Nghỉ phép" };

        var first = (await chairman.PostAsync("/api/delegations", body)).Ok();
        var second = (await chairman.PostAsync("/api/delegations", body)).Ok();
        (await chairman.PostAsync("/api/delegations", body with { ground = "Khác" })).Refused(HttpStatusCode.Conflict, "delegation-id-taken");

        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task A_refusal_speaks_the_language_of_the_caller()
    {
        var report = await RunningReport.StartAsync(office);
        var vietnamese = await office.AsAsync(Given.Vice);
        vietnamese.Client.DefaultRequestHeaders.Remove("Accept-Language");

        var vi = (await vietnamese.PostAsync($"{report.Budget}/approvals", new { id = Guid.NewGuid(), version = 1 })).Refused(HttpStatusCode.Conflict, "wrong-stage");
        var en = (await report.ActAsync(Given.Vice, $"{report.Budget}/approvals", 1)).Refused(HttpStatusCode.Conflict, "wrong-stage");

        Assert.Contains("Không thể duyệt lúc này", vi.GetProperty("detail").GetString() ?? "", StringComparison.Ordinal);
        Assert.Contains("You cannot approve now", en.GetProperty("detail").GetString() ?? "", StringComparison.Ordinal);
    }
}
