using System.Net;
using System.Text.RegularExpressions;

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

    private static object Delegation(Guid from, params string[]? kinds) =>
        new { id = Guid.NewGuid(), from, to = Given.HealthHead.Value, kinds, capacity = "authorised", startsAt = "2026-09-08T00:00:00Z", endsAt = "2026-09-09T00:00:00Z", ground = "Nghỉ phép" };
}
