using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Domain.People;

namespace Web.Tests;

/// <summary>Delegations as pages and programs make them.</summary>
public sealed class StandingInForSomebody(Office office)
{
    [Fact]
    public async Task A_page_offers_every_kind_of_work_ticked_and_says_in_words_what_was_handed_over()
    {
        var person = await Newcomer.ComeAsync(office);
        var caller = await office.AsAsync(person);
        (await caller.PostAsync("/api/delegations", Delegation(person.Value, "sign", "review"))).Ok();

        var page = WebUtility.HtmlDecode((await caller.GetAsync("/delegations", ("Accept-Language", "vi"))).Text);

        Assert.Equal(5, Regex.Count(page, "<input[^>]*name=\"kinds\"[^>]* checked"));
        Assert.Matches("Việc được ủy quyền: </span>\\s*Duyệt, Ký<", page);
        Assert.Contains("Duyệt, Ký", WebUtility.HtmlDecode((await caller.GetAsync("/me", ("Accept-Language", "vi"))).Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_names_no_kinds_hands_over_all_of_them_and_nobody_hands_over_none()
    {
        var person = await Newcomer.ComeAsync(office);
        var caller = await office.AsAsync(person);

        var all = (await caller.PostAsync("/api/delegations", Delegation(person.Value, null))).Ok();

        Assert.Equal(["draft", "consolidate", "review", "sign", "issue"], all.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()));
        (await caller.PostAsync("/api/delegations", Delegation(person.Value))).Refused(HttpStatusCode.UnprocessableEntity, "delegation-kinds");
        (await caller.PostAsync("/api/delegations", Delegation(person.Value, "decide"))).Refused(HttpStatusCode.BadRequest, "malformed-request");
    }

    [Fact]
    public async Task An_assistant_sets_absences_sees_what_waits_and_prepares_what_the_leader_alone_confirms()
    {
        var (leader, helper) = (await Newcomer.ComeAsync(office), await Newcomer.ComeAsync(office));
        var (own, assistant, administrator) = (await office.AsAsync(leader), await office.AsAsync(helper), await office.AsAsync(Given.Administrator));
        var absence = new { fromOn = "2026-09-08", toOn = "2026-09-09", reason = "Họp tỉnh", person = leader.Value };
        var prepared = Delegation(leader.Value, "review");

        (await assistant.GetAsync($"/api/people/{leader.Value}/work")).Refused(HttpStatusCode.Forbidden, "not-your-leader");
        (await assistant.PutAsync($"/api/absences/{Guid.NewGuid()}", absence)).Refused(HttpStatusCode.Forbidden, "not-your-absence");
        (await assistant.PostAsync("/api/delegations", prepared)).Refused(HttpStatusCode.Forbidden, "not-your-delegation");
        (await assistant.PutAsync($"/api/people/{leader.Value}/assistants/{helper.Value}", new { })).Refused(HttpStatusCode.Forbidden, "not-your-assistants");

        (await own.PutAsync($"/api/people/{leader.Value}/assistants/{helper.Value}", new { })).Ok();
        Assert.Equal(0, (await assistant.GetAsync($"/api/people/{leader.Value}/work")).Ok().GetProperty("total").GetInt32());
        (await assistant.PutAsync($"/api/absences/{Guid.NewGuid()}", absence)).Ok();
        var delegation = (await assistant.PostAsync("/api/delegations", prepared)).Ok();
        Assert.Equal(helper.Value, delegation.GetProperty("preparedBy").GetGuid());
        (await assistant.PostAsync("/api/delegations", prepared)).Ok();

        var confirmation = $"/api/delegations/{delegation.GetProperty("id").GetGuid()}/confirmations";
        (await assistant.PostAsync(confirmation, new { })).Refused(HttpStatusCode.Forbidden, "not-yours-to-confirm");
        (await administrator.PostAsync(confirmation, new { })).Refused(HttpStatusCode.Forbidden, "not-yours-to-confirm");
        Assert.Contains("chờ bạn xác nhận", WebUtility.HtmlDecode((await own.GetAsync("/", ("Accept-Language", "vi"))).Text), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await own.PostAsync(confirmation, new { })).Ok().GetProperty("preparedBy").ValueKind);

        Assert.Equal(HttpStatusCode.NoContent, (await administrator.SendAsync(HttpMethod.Delete, $"/api/people/{leader.Value}/assistants/{helper.Value}", null, [])).Status);
        (await assistant.GetAsync($"/api/people/{leader.Value}/work")).Refused(HttpStatusCode.Forbidden, "not-your-leader");
        var trail = (await administrator.GetAsync($"/api/security?person={leader.Value}&size=200")).Ok().GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("kind").GetString());
        Assert.Equal(["assistantLetGo", "assistantNamed", "delegationMade", "delegationPrepared"], trail.Where(kind => kind is not ("permissionsChanged" or "signedIn")).Order());
    }

    [Fact]
    public async Task A_page_lists_what_waits_for_whom_one_assists_and_tells_others_who_may_see_it()
    {
        var (leader, helper) = (await Newcomer.ComeAsync(office), await Newcomer.ComeAsync(office));
        (await (await office.AsAsync(Given.Administrator)).PutAsync($"/api/people/{leader.Value}/assistants/{helper.Value}", new { })).Ok();

        Assert.Contains($"/people/{leader.Value}/work", (await (await office.AsAsync(helper)).GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Không có việc nào đang chờ", await PageAsync(helper), StringComparison.Ordinal);
        Assert.Contains("Chỉ người được giao việc và người giúp việc", await PageAsync(Given.Clerk), StringComparison.Ordinal);

        async Task<string> PageAsync(PersonId reader) => WebUtility.HtmlDecode((await (await office.AsAsync(reader)).GetAsync($"/people/{leader.Value}/work", ("Accept-Language", "vi"))).Text);
    }

    private static object Delegation(Guid from, params string[]? kinds) =>
        new { id = Guid.NewGuid(), from, to = Given.HealthHead.Value, kinds, capacity = "authorised", startsAt = "2026-09-08T00:00:00Z", endsAt = "2026-09-09T00:00:00Z", ground = "Nghỉ phép" };
}
