using System.Net;
using System.Text.Json;
using Domain.People;
using Microsoft.Extensions.DependencyInjection;
using Web.SigningIn;

namespace Web.Tests;

public sealed class KeepingAnAccountSafe(Office office)
{
    [Fact]
    public async Task A_token_for_reading_reads_and_does_nothing_else()
    {
        var person = await NewcomerAsync();
        var secret = (await MakeAsync(await office.AsAsync(person), "read")).GetProperty("secret").GetString() ?? "";
        var program = With(secret);

        Assert.StartsWith("apv_", secret, StringComparison.Ordinal);
        Assert.Equal(person.Value, (await program.GetAsync("/api/me")).Ok().GetProperty("person").GetProperty("id").GetGuid());
        (await program.PostAsync("/api/absences", new { fromOn = "2026-10-01", toOn = "2026-10-02" })).Refused(HttpStatusCode.Forbidden, "token-reads-only");
        (await program.PostAsync("/api/me/access-tokens", new { name = "Khác", scope = "act", days = 30 })).Refused(HttpStatusCode.Forbidden, "token-reads-only");
    }

    [Fact]
    public async Task A_token_for_acting_acts_and_makes_no_other()
    {
        var person = await NewcomerAsync();
        var program = With((await MakeAsync(await office.AsAsync(person), "act")).GetProperty("secret").GetString() ?? "");

        Assert.NotEqual(HttpStatusCode.Forbidden, (await program.PostAsync("/api/absences", new { fromOn = "2026-10-01", toOn = "2026-10-02" })).Status);
        (await program.PostAsync("/api/me/access-tokens", new { name = "Khác", scope = "act", days = 30 })).Refused(HttpStatusCode.Forbidden, "token-makes-no-token");
    }

    [Fact]
    public async Task A_token_is_listed_without_its_secret_and_is_void_when_revoked()
    {
        var person = await NewcomerAsync();
        var caller = await office.AsAsync(person);
        var made = await MakeAsync(caller, "read");
        var secret = made.GetProperty("secret").GetString() ?? "";
        var program = With(secret);
        (await program.GetAsync("/api/me")).Ok();

        var listed = await caller.GetAsync("/api/me/access-tokens");
        Assert.DoesNotContain(secret, listed.Text, StringComparison.Ordinal);
        Assert.Equal(("Thống kê", "2026-09-07"), (listed.Json[0].GetProperty("name").GetString(), listed.Json[0].GetProperty("usedOn").GetString()));

        var id = made.GetProperty("token").GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await caller.SendAsync(HttpMethod.Delete, $"/api/me/access-tokens/{id}", null, [])).Status);
        (await program.GetAsync("/api/me")).Refused(HttpStatusCode.Unauthorized, "sign-in-needed");
        (await caller.SendAsync(HttpMethod.Delete, $"/api/me/access-tokens/{id}", null, [])).Refused(HttpStatusCode.NotFound, "no-such-token");
    }

    [Fact]
    public async Task Nobody_revokes_anothers_token()
    {
        var made = await MakeAsync(await office.AsAsync(await NewcomerAsync()), "read");

        var other = await office.AsAsync(await NewcomerAsync());

        (await other.SendAsync(HttpMethod.Delete, $"/api/me/access-tokens/{made.GetProperty("token").GetProperty("id").GetGuid()}", null, [])).Refused(HttpStatusCode.NotFound, "no-such-token");
        (await With(made.GetProperty("secret").GetString() ?? "").GetAsync("/api/me")).Ok();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public async Task No_token_is_good_for_more_than_a_year(int days) =>
        (await (await office.AsAsync(Given.Clerk)).PostAsync("/api/me/access-tokens", new { name = "Thống kê", scope = "read", days })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");

    [Fact]
    public async Task A_session_that_is_ended_takes_its_tokens_with_it()
    {
        var person = await NewcomerAsync();
        var (first, second) = (await SignInAsync(person), await SignInAsync(person));
        var (there, here) = (With(first.GetProperty("accessToken").GetString() ?? ""), With(second.GetProperty("accessToken").GetString() ?? ""));
        var session = (await here.GetAsync("/api/me/sessions")).Ok().EnumerateArray().Single(one => !one.GetProperty("isThis").GetBoolean()).GetProperty("session").GetProperty("id").GetGuid();

        Assert.Equal(HttpStatusCode.NoContent, (await here.SendAsync(HttpMethod.Delete, $"/api/me/sessions/{session}", null, [])).Status);

        (await there.GetAsync("/api/me")).Refused(HttpStatusCode.Unauthorized, "sign-in-needed");
        (await office.Anonymous().PostAsync("/api/tokens/refreshes", new { refreshToken = first.GetProperty("refreshToken").GetString() })).Refused(HttpStatusCode.Unauthorized, "refresh-token-not-valid");
        (await here.GetAsync("/api/me")).Ok();
        (await office.Anonymous().PostAsync("/api/tokens/refreshes", new { refreshToken = second.GetProperty("refreshToken").GetString() })).Ok();
    }

    [Fact]
    public async Task Where_there_is_a_second_factor_the_password_alone_opens_nothing()
    {
        var person = await NewcomerAsync();
        var (key, codes) = await AddSecondFactorAsync(person);
        var email = Given.EmailOf(person);

        (await office.Anonymous().PostAsync("/api/tokens", new { email, password = Given.Password })).Refused(HttpStatusCode.Unauthorized, "second-factor-needed");
        (await office.Anonymous().PostAsync("/api/tokens", new { email, password = Given.Password, code = "000000" })).Refused(HttpStatusCode.Unauthorized, "second-factor-wrong");

        // The code that set it up is used up by that.
        (await office.Anonymous().PostAsync("/api/tokens", new { email, password = Given.Password, code = key })).Refused(HttpStatusCode.Unauthorized, "second-factor-wrong");
        (await office.Anonymous().PostAsync("/api/tokens", new { email, password = Given.Password, code = codes[0] })).Ok();
        (await office.Anonymous().PostAsync("/api/tokens", new { email, password = Given.Password, code = codes[0] })).Refused(HttpStatusCode.Unauthorized, "second-factor-wrong");
        (await office.Anonymous().PostAsync("/api/tokens", new { email, password = Given.Password, code = codes[1].ToUpperInvariant() })).Ok();
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account()
    {
        var person = await NewcomerAsync();
        var (_, codes) = await AddSecondFactorAsync(person);
        var email = Given.EmailOf(person);

        for (var attempt = 0; attempt < 5; attempt++) await office.Anonymous().PostAsync("/api/tokens", new { email, password = Given.Password, code = "000000" });

        (await office.Anonymous().PostAsync("/api/tokens", new { email, password = Given.Password, code = codes[0] })).Refused(HttpStatusCode.Unauthorized, "sign-in-failed");
    }

    [Theory]
    [InlineData("matkhau123456", "password-well-known")]
    [InlineData("Mật Khẩu 2026", "password-well-known")]
    [InlineData("123456789012", "password-well-known")]
    [InlineData("aaaaaaaaaaaaaa", "password-well-known")]
    [InlineData("Hoàng Văn Tài 26", "password-own-name")]
    [InlineData("Ủy ban nhân dân huyện Tân Thử!", "password-own-name")]
    [InlineData("trâu chậm uống nước đục", null)]
    [InlineData("Tài thích đi câu cá chiều thứ bảy", null)]
    public void A_password_that_is_guessed_first_is_refused(string password, string? code) =>
        Assert.Equal(code, KnownPasswords.Check(password, Given.Roster().Find(Given.FinanceHead), Given.Roster().Agency)?.Code);

    private async Task<(string Code, IReadOnlyList<string> RecoveryCodes)> AddSecondFactorAsync(PersonId person)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var second = scope.ServiceProvider.GetRequiredService<SecondFactor>();
        var account = await scope.ServiceProvider.GetRequiredService<AccountsOfPeople>().FindAsync(person) ?? throw new InvalidOperationException("No account.");

        await second.BeginAsync(account);
        var code = AuthenticatorApp.CodeOf((await second.ShowAsync(account))?.Key ?? "");

        return (code, await second.AddAsync(account, code) ?? throw new InvalidOperationException("The code was not taken."));
    }

    private static async Task<JsonElement> MakeAsync(Caller caller, string scope) => (await caller.PostAsync("/api/me/access-tokens", new { name = "Thống kê", scope, days = 30 })).Ok();

    private async Task<JsonElement> SignInAsync(PersonId person) => (await office.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(person), password = Given.Password })).Ok();

    private Caller With(string token)
    {
        var caller = office.Anonymous();
        caller.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        return caller;
    }

    private async Task<PersonId> NewcomerAsync() => await Newcomer.ComeAsync(office);
}
