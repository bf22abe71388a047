using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests;

public sealed class SendingABadBody(Office office)
{
    public static TheoryData<string> BadBodies => ["", "{", "{}", "null", "[]", "[null]", "\"x\"", "{\"id\":7}", "{\"id\":\"not-a-guid\"}", "{\"id\":null}"];

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task No_door_takes_it(string body)
    {
        await AtEveryDoorAsync(Encoding.UTF8.GetBytes(body));
    }

    [Fact]
    public async Task No_door_takes_bytes_that_are_not_UTF_8() => await AtEveryDoorAsync([.. "{\"id\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

    [Fact]
    public async Task No_door_takes_another_kind_of_content()
    {
        var caller = await office.AsAsync(Given.Consolidator);
        var report = await RunningReport.StartAsync(office);

        foreach (var (method, address) in JsonDoors(report))
            (await caller.SendAsync(method, address, Caller.Content("id=1"u8.ToArray(), "text/plain"), [("If-Match", "\"1\"")])).Refused(HttpStatusCode.UnsupportedMediaType, "unsupported-type");
    }

    [Theory]
    [InlineData("{\"id\":\"ID\",\"version\":1,\"to\":\"draft\",\"remarks\":[null]}", 400, "malformed-request")]
    [InlineData("{\"id\":\"ID\",\"version\":1,\"to\":\"draft\",\"remarks\":[{\"thread\":\"ID\",\"text\":null}]}", 400, "malformed-request")]
    [InlineData("{\"id\":\"ID\",\"version\":1,\"to\":\"draft\",\"remarks\":[{\"thread\":\"ID\",\"text\":\"a\\u0000b\"}]}", 400, "malformed-request")]
    [InlineData("{\"id\":\"ID\",\"version\":1,\"to\":\"draft\",\"remarks\":[{\"thread\":\"ID\",\"text\":\"\\ud800\"}]}", 400, "malformed-request")]
    [InlineData("{\"id\":\"ID\",\"version\":99999999999,\"to\":\"draft\",\"remarks\":[]}", 400, "malformed-request")]
    [InlineData("{\"id\":\"ID\",\"version\":1,\"to\":7,\"remarks\":[]}", 400, "malformed-request")]
    [InlineData("{\"id\":\"ID\",\"version\":1,\"to\":\"draft\",\"remarks\":[]}", 422, "without-reason")]
    [InlineData("{\"id\":\"ID\",\"version\":1,\"to\":\"draft\",\"remarks\":[{\"thread\":\"ID\",\"text\":\"  \"}]}", 422, "without-reason")]
    [InlineData("{\"id\":\"ID\",\"version\":1,\"to\":\"nowhere\",\"remarks\":[{\"thread\":\"ID\",\"text\":\"Sai.\"}]}", 422, "no-such-target")]
    [InlineData("{\"id\":\"ID\",\"version\":-1,\"to\":\"draft\",\"remarks\":[{\"thread\":\"ID\",\"text\":\"Sai.\"}]}", 409, "stale-version")]
    public async Task A_return_says_what_is_wrong_with_it(string body, int status, string code)
    {
        var report = await (await RunningReport.StartAsync(office)).ToReviewAsync();
        var caller = await office.AsAsync(Given.Vice);

        var answer = await caller.SendAsync(
            HttpMethod.Post, $"{report.Budget}/returns", Caller.Content(Encoding.UTF8.GetBytes(body.Replace("ID", Guid.NewGuid().ToString(), StringComparison.Ordinal)), "application/json"), []);

        answer.Refused((HttpStatusCode)status, code);
        Assert.Equal("review", (await caller.GetAsync(report.Budget)).Ok().GetProperty("stage").GetString());
    }

    [Fact]
    public async Task What_is_too_long_is_named()
    {
        var report = await RunningReport.StartAsync(office);
        var caller = await office.AsAsync(Given.Consolidator);
        var assignment = (await caller.GetAsync(report.Address)).Ok().GetProperty("assignments")[0].GetProperty("id").GetGuid();

        var answer = await caller.PostAsync($"{report.Budget}/assignments/{assignment}/extensions", new { id = Guid.NewGuid(), dueAt = "2026-12-01T10:00:00Z", reason = new string('x', 8001) });

        var fault = Assert.Single(answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input").GetProperty("faults").EnumerateArray());
        Assert.Equal("reason", fault.GetProperty("path").GetString());
        Assert.Equal("At most 8000 characters.", fault.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_told_by_its_path()
    {
        var report = await RunningReport.StartAsync(office);
        var caller = await office.AsAsync(Given.Vice);

        var answer = await caller.SendAsync(HttpMethod.Post, $"{report.Budget}/approvals", Caller.Content("{\"id\":\"0191d7c1-0000-7000-8000-000000000001\",\n\"version\":\"one\"}"u8.ToArray(), "application/json"), []);

        var fault = Assert.Single(answer.Refused(HttpStatusCode.BadRequest, "malformed-request").GetProperty("faults").EnumerateArray());
        Assert.Equal("$.version", fault.GetProperty("path").GetString());
        Assert.Equal(2, fault.GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("size=0")]
    [InlineData("size=201")]
    [InlineData("page=2000000")]
    public async Task A_page_has_bounds(string query)
    {
        var report = await RunningReport.StartAsync(office);
        var caller = await office.AsAsync(Given.Consolidator);

        foreach (var list in (string[])["/api/work", "/api/sent", "/api/notices", "/api/reports", "/api/delegations", "/api/templates", "/api/routes", "/api/register/2026", $"{report.Address}/trail", $"{report.Address}/comments", $"{report.Budget}/versions"])
            (await caller.GetAsync($"{list}?{query}")).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    [Fact]
    public async Task A_page_has_the_size_that_was_asked_for()
    {
        await RunningReport.StartAsync(office);
        await RunningReport.StartAsync(office);

        var page = (await (await office.AsAsync(Given.Clerk)).GetAsync("/api/reports?page=2&size=1")).Ok();

        Assert.Single(page.GetProperty("rows").EnumerateArray());
        Assert.Equal(2, page.GetProperty("page").GetInt32());
        Assert.Equal(1, page.GetProperty("size").GetInt32());
        Assert.True(page.GetProperty("total").GetInt32() >= 2);
    }

    [Theory]
    [InlineData("/api/reports?state=whatever")]
    [InlineData("/api/reports?state=1")]
    [InlineData("/api/reports?late=maybe")]
    [InlineData("/api/reports?unit=x")]
    [InlineData("/api/reports?page=x")]
    [InlineData("/api/calendar/plan")]
    public async Task A_query_that_cannot_be_read_is_refused(string address) =>
        (await (await office.AsAsync(Given.Clerk)).GetAsync(address)).Refused(HttpStatusCode.BadRequest, "malformed-request");

    [Fact]
    public async Task A_period_that_is_none_is_refused_with_how_it_is_written()
    {
        var caller = await office.AsAsync(Given.Consolidator);

        (await caller.GetAsync("/api/reports?period=2026-13")).Refused(HttpStatusCode.UnprocessableEntity, "no-such-period");
        (await caller.PostAsync("/api/reports", new { id = Guid.NewGuid(), template = Given.Template.Value, period = "9/2026", dueOn = "2026-10-30" })).Refused(HttpStatusCode.UnprocessableEntity, "no-such-period");
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/reports/not-a-guid")]
    [InlineData("/api/calendar/year")]
    [InlineData("/api/images/not-a-hash")]
    public async Task An_address_that_is_not_there_says_so(string address) =>
        (await (await office.AsAsync(Given.Clerk)).GetAsync(address)).Refused(HttpStatusCode.NotFound, "no-such-address");

    [Theory]
    [InlineData("/api/me")]
    [InlineData("/api/tokens")]
    [InlineData("/api/reports")]
    public async Task A_method_that_an_address_does_not_take_is_told(string address) =>
        (await (await office.AsAsync(Given.Clerk)).SendAsync(HttpMethod.Delete, address, null, [])).Refused(HttpStatusCode.MethodNotAllowed, "method-not-allowed");

    private async Task AtEveryDoorAsync(byte[] body)
    {
        var caller = await office.AsAsync(Given.Consolidator);
        var report = await RunningReport.StartAsync(office);
        var before = (await caller.GetAsync($"{report.Address}/trail")).Text;

        foreach (var (method, address) in JsonDoors(report))
        {
            var answer = await caller.SendAsync(method, address, Caller.Content(body, "application/json"), [("If-Match", "\"1\"")]);

            answer.Refused(HttpStatusCode.BadRequest, "malformed-request");
        }

        Assert.Equal(before, (await caller.GetAsync($"{report.Address}/trail")).Text);
    }

    private List<(HttpMethod Method, string Address)> JsonDoors(RunningReport report)
    {
        var doors = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(door => door.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) is true)
            .Where(door => door.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") is true)
            .Where(door => !door.RoutePattern.RawText?.Contains("tokens", StringComparison.Ordinal) is true)
            .Select(door => (new HttpMethod(door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "POST"), AddressOf(door, report)))
            .ToList();

        Assert.True(doors.Count > 20, $"Only {doors.Count} doors.");

        return doors;
    }

    private static string AddressOf(RouteEndpoint door, RunningReport report) => System.Text.RegularExpressions.Regex.Replace($"/{door.RoutePattern.RawText?.TrimStart('/')}", "{([a-z]+)[^}]*}", parameter => parameter.Groups[1].Value switch
    {
        "report" => report.Id.Value.ToString(),
        "section" => report.IdOf(Given.Budget).Value.ToString(),
        "on" => "2026-09-12",
        _ => Guid.NewGuid().ToString(),
    });
}
