using System.Net;
using System.Text.Json;
using Domain.People;

namespace Web.Tests;

public sealed class ReadingTheSecurityTrail(Office office)
{
    [Fact]
    public async Task A_failure_and_a_sign_in_stand_in_it_with_where_they_came_from()
    {
        var (caller, person) = (office.Anonymous(), await Newcomer.ComeAsync(office));
        caller.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0");

        await caller.PostAsync("/api/tokens", new { email = Given.EmailOf(person), password = "không phải mật khẩu" });
        await caller.PostAsync("/api/tokens", new { email = Given.EmailOf(person), password = Given.Password });

        var lines = (await OfAsync(person)).Where(line => line.GetProperty("kind").GetString() is "signedIn" or "signInFailed").ToList();
        // The clock stands still, so that either may come first.
        Assert.Equal(["signInFailed", "signedIn"], lines.Select(line => line.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal(("password", "127.0.0.1", "Edge, Windows"), (line.GetProperty("means").GetString(), line.GetProperty("origin").GetString()?.Replace("::ffff:", "", StringComparison.Ordinal), line.GetProperty("device").GetString())));
    }

    [Fact]
    public async Task The_fifth_failure_locks_and_is_told_as_that()
    {
        var person = await Newcomer.ComeAsync(office);

        for (var attempt = 0; attempt < 6; attempt++) await office.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(person), password = "không phải mật khẩu" });

        Assert.Equal((6, 1), (await CountAsync("signInFailed"), await CountAsync("lockedOut")));

        async Task<int> CountAsync(string kind) => (await OfAsync(person)).Count(line => line.GetProperty("kind").GetString() == kind);
    }

    [Fact]
    public async Task An_unknown_address_is_told_so_that_it_gives_nobody_away()
    {
        await office.Anonymous().PostAsync("/api/tokens", new { email = "khongai@tanthu.example", password = "bí mật lắm nhé" });
        await office.Anonymous().PostAsync("/api/tokens", new { email = "mật khẩu gõ nhầm ô", password = "bí mật lắm nhé" });

        var text = (await (await office.AsAsync(Given.Administrator)).GetAsync("/api/security?kind=signInFailed&size=200")).Text;

        Assert.Contains("k…@tanthu.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("khongai", text, StringComparison.Ordinal);
        Assert.DoesNotContain("gõ nhầm", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bí mật", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_positions_and_a_delegation_stand_in_it()
    {
        var administrator = await office.AsAsync(Given.Administrator);
        var person = await Newcomer.ComeAsync(office);
        var delegation = Guid.NewGuid();
        (await administrator.PostAsync("/api/delegations", new { id = delegation, from = person.Value, to = Given.HealthHead.Value, capacity = "authorised", kinds = new[] { "sign", "review" }, startsAt = "2026-09-08T00:00:00Z", endsAt = "2026-09-09T00:00:00Z", ground = "Nghỉ phép" })).Ok();

        var lines = await OfAsync(person);
        Assert.Equal(["delegationMade", "permissionsChanged"], lines.Select(line => line.GetProperty("kind").GetString()).Order());
        Assert.All(lines, line => Assert.Equal(Given.Administrator.Value, line.GetProperty("by").GetGuid()));
        Assert.Equal(["delegated", "person-added"], lines.Select(line => line.GetProperty("fact").GetProperty("what").GetString()).Order());
        Assert.Contains("Kinds of work: Review, Sign", (await administrator.GetAsync($"/api/security/csv?person={person.Value}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_comes_as_a_list_for_spreadsheets()
    {
        await office.AsAsync(Given.Clerk);
        var administrator = await office.AsAsync(Given.Administrator);

        var csv = await administrator.GetAsync($"/api/security/csv?person={Given.Clerk.Value}");
        var xlsx = await administrator.GetAsync("/api/security/xlsx");

        Assert.StartsWith("\uFEFF\"When\",\"What\"", csv.Text, StringComparison.Ordinal);
        Assert.Contains("\"Signed in\",\"Phạm Thị Thư\"", csv.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Đỗ Văn Quản", csv.Text, StringComparison.Ordinal);
        Assert.Equal("PK"u8, xlsx.Bytes.AsSpan(0, 2));
    }

    [Theory]
    [InlineData("/api/security")]
    [InlineData("/api/security/csv")]
    [InlineData("/api/security/xlsx")]
    public async Task Only_an_administrator_reads_it(string address) =>
        (await (await office.AsAsync(Given.Consolidator)).GetAsync(address)).Refused(HttpStatusCode.Forbidden, "not-administrator");

    [Fact]
    public async Task Nobody_reads_another_agencys()
    {
        var stranger = await office.AsAsync(Given.Stranger);

        Assert.All(
            (await stranger.GetAsync("/api/security?size=200")).Ok().GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("person").ValueKind == JsonValueKind.String),
            row => Assert.Equal(Given.Stranger.Value, row.GetProperty("person").GetGuid()));
    }

    private async Task<IReadOnlyList<JsonElement>> OfAsync(PersonId person) =>
        [.. (await (await office.AsAsync(Given.Administrator)).GetAsync($"/api/security?person={person.Value}&size=200")).Ok().GetProperty("rows").EnumerateArray()];
}
