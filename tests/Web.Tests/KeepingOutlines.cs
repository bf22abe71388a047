using System.Net;
using System.Text.Json.Nodes;

namespace Web.Tests;

public sealed class KeepingOutlines(Office office)
{
    private static readonly object[] Sections = [new { id = Guid.NewGuid(), level = "heading", heading = "Kết quả", units = new[] { Given.Finance.Value } }];

    [Fact]
    public async Task A_template_is_made_read_and_changed_on_its_revision()
    {
        var (caller, address) = (await office.AsAsync(Given.Consolidator), $"/api/templates/{Guid.NewGuid()}");

        var made = await caller.PutAsync(address, Body("Một"), ("If-Match", "\"0\""));
        var changed = await caller.PutAsync(address, Body("Hai"), ("If-Match", "\"1\""));
        var late = await caller.PutAsync(address, Body("Ba"), ("If-Match", "\"1\""));
        var read = await caller.GetAsync(address);

        Assert.Equal("\"1\"", made.ETag);
        Assert.Equal("\"2\"", changed.ETag);
        Assert.Equal("Hai", late.Refused(HttpStatusCode.PreconditionFailed, "template-changed-meanwhile").GetProperty("current").GetProperty("name").GetString());
        Assert.Equal("Hai", read.Ok().GetProperty("name").GetString());
        Assert.Equal("\"2\"", read.ETag);
        (await caller.PutAsync(address, Body("Bốn"))).Refused(HttpStatusCode.PreconditionRequired, "if-match-needed");
    }

    [Fact]
    public async Task Another_agency_neither_sees_nor_changes_it()
    {
        var stranger = await office.AsAsync(Given.Stranger);

        (await stranger.GetAsync($"/api/templates/{Given.Template.Value}")).Refused(HttpStatusCode.NotFound, "no-such-template");
        (await stranger.PutAsync($"/api/templates/{Given.Template.Value}", Body("Của tôi"), ("If-Match", "\"1\""))).Refused(HttpStatusCode.NotFound, "no-such-template");
        (await stranger.GetAsync($"/api/routes/{Given.Route.Value}")).Refused(HttpStatusCode.NotFound, "no-such-route");
        (await stranger.PutAsync($"/api/routes/{Given.Route.Value}", RouteBody("Của tôi"), ("If-Match", "\"1\""))).Refused(HttpStatusCode.NotFound, "no-such-route");
    }

    [Fact]
    public async Task A_route_gets_a_new_version_beside_the_one_that_reports_run_on()
    {
        var (caller, address) = (await office.AsAsync(Given.Administrator), $"/api/routes/{Guid.NewGuid()}");
        var standard = (await caller.GetAsync($"/api/routes/{Given.Route.Value}")).Ok();
        var body = JsonNode.Parse(standard.GetRawText())?.AsObject() ?? [];

        var made = await caller.PutAsync(address, body, ("If-Match", "\"0\""));
        body["name"] = "Thêm bước";
        var changed = await caller.PutAsync(address, body, ("If-Match", "\"1\""));
        var late = await caller.PutAsync(address, body, ("If-Match", "\"1\""));

        Assert.Equal(1, made.Ok().GetProperty("version").GetInt32());
        Assert.Equal(2, changed.Ok().GetProperty("version").GetInt32());
        Assert.Equal("Quy trình chuẩn", (await caller.GetAsync($"{address}?version=1")).Ok().GetProperty("name").GetString());
        late.Refused(HttpStatusCode.PreconditionFailed, "route-changed-meanwhile");
        Assert.Contains("stateDiagram", (await caller.GetAsync($"{address}/picture")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_takes_a_route_of_its_own_agency_only()
    {
        var caller = await office.AsAsync(Given.Consolidator);

        (await caller.PutAsync($"/api/templates/{Guid.NewGuid()}", new { name = "Lạ", typeName = "Báo cáo", typeSymbol = "BC", @abstract = "Tháng 9", sections = Sections, route = Guid.NewGuid() }, ("If-Match", "\"0\"")))
            .Refused(HttpStatusCode.UnprocessableEntity, "template-route");
    }

    [Fact]
    public async Task A_template_and_a_route_go_out_as_files_and_come_in_again()
    {
        var (caller, template, route) = (await office.AsAsync(Given.Consolidator), Guid.NewGuid(), Guid.NewGuid());

        var file = JsonNode.Parse((await caller.GetAsync($"/api/templates/{Given.Template.Value}/file")).Ok().GetRawText());
        var made = await caller.PostAsync($"/api/templates/{template}/file", file ?? "");
        var way = JsonNode.Parse((await caller.GetAsync($"/api/routes/{Given.Route.Value}/file")).Ok().GetRawText());

        Assert.Equal("\"1\"", made.ETag);
        Assert.Equal(template, made.Ok().GetProperty("id").GetGuid());
        Assert.Equal(route, (await caller.PostAsync($"/api/routes/{route}/file", way ?? "")).Ok().GetProperty("id").GetGuid());
        (await caller.PostAsync($"/api/templates/{Guid.NewGuid()}/file", way ?? "")).Refused(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task A_report_is_rehearsed_before_it_is_started()
    {
        var caller = await office.AsAsync(Given.Consolidator);

        var rehearsal = (await caller.GetAsync($"/api/templates/{Given.Template.Value}/rehearsal?dueOn=2026-09-30")).Ok();

        Assert.True(rehearsal.GetProperty("reachesItsEnd").GetBoolean());
        Assert.Equal("2026-09-30", rehearsal.GetProperty("report").EnumerateArray().Last().GetProperty("dueOn").GetString());
        Assert.Contains(rehearsal.GetProperty("concerns").EnumerateArray(), concern => concern.GetProperty("kind").GetString() == "noDeputy");
    }

    [Fact]
    public async Task An_issued_report_becomes_the_next_periods_template_with_its_texts_beside_it()
    {
        var (caller, id) = (await office.AsAsync(Given.Consolidator), Guid.NewGuid());
        var report = await (await RunningReport.StartAsync(office)).ToSignAsync();
        var body = new { report = report.Id.Value, name = "Kỳ sau" };

        (await caller.PostAsync($"/api/templates/{id}/from-issued", body)).Refused(HttpStatusCode.Conflict, "not-issued-yet");
        (await report.SignAsync(Given.Chairman)).Ok();
        (await report.ActAsync(Given.Clerk, $"{report.Address}/issues", 1)).Ok();
        var made = (await caller.PostAsync($"/api/templates/{id}/from-issued", body)).Ok();

        Assert.Equal("Kỳ sau", made.GetProperty("name").GetString());
        Assert.Equal("2026-09", made.GetProperty("lastPeriod").GetString());
        Assert.Contains("selected>tháng 10 năm 2026<", (await caller.GetAsync($"/start?template={id}")).Text, StringComparison.Ordinal);
        Assert.All(
            made.GetProperty("sections").EnumerateArray().Where(section => section.GetProperty("units").GetArrayLength() > 0),
            section => Assert.Equal(64, section.GetProperty("lastText").GetString()?.Length));
    }

    [Fact]
    public async Task A_template_can_be_made_from_an_existing_report()
    {
        var (caller, id) = (await office.AsAsync(Given.Consolidator), Guid.NewGuid());
        const string Markdown = "# BÁO CÁO\n\nTình hình tháng 8\n\n## I. KẾT QUẢ\n\n### 1. Kinh tế\n\nThu đạt 900 tỷ đồng.\n";

        var made = (await caller.PostAsync("/api/templates/from-report", new { id, name = "Từ tháng 8", route = Given.Route.Value, markdown = Markdown, units = new[] { Given.Finance.Value } })).Ok();

        Assert.Contains(made.GetProperty("sections").EnumerateArray(), section => section.GetProperty("heading").GetString()?.Contains("Kinh tế", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task A_due_date_is_planned_back_before_a_report_is_started()
    {
        var caller = await office.AsAsync(Given.Consolidator);

        var plan = (await caller.GetAsync($"/api/calendar/plan?template={Given.Template.Value}&dueOn=2026-09-30")).Ok();
        var year = (await caller.GetAsync("/api/calendar/2026")).Ok();

        Assert.True(plan.GetProperty("fits").GetBoolean());
        Assert.Equal("2026-09-30", plan.GetProperty("stageDates").GetProperty("issue").GetString());
        Assert.True(year.GetProperty("isCovered").GetBoolean());
        (await caller.GetAsync($"/api/calendar/plan?template={Given.Template.Value}&dueOn=2026-01-05")).Refused(HttpStatusCode.UnprocessableEntity, "due-past");
        (await caller.GetAsync($"/api/calendar/plan?template={Given.Template.Value}&dueOn=9999-12-31")).Refused(HttpStatusCode.UnprocessableEntity, "due-too-far");
        (await caller.GetAsync("/api/calendar/9999")).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    private static object Body(string name) => new { name, typeName = "Báo cáo", typeSymbol = "BC", @abstract = "Tháng 9", sections = Sections, route = Given.Route.Value };

    private static object RouteBody(string name) => new { name, sectionStages = Array.Empty<object>(), reportStages = Array.Empty<object>() };
}
