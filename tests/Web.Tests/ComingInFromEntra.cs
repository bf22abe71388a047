using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Storage.Accounts;
using TestServers;
using Web.Hosting;
using Web.SigningIn;

namespace Web.Tests;

/// <summary>The API with bearer tokens of the organisation's directory.</summary>
public sealed class ComingInFromEntra(ComingInFromEntra.Place place, Office local) : IClassFixture<ComingInFromEntra.Place>
{
    private Office Office => place.Office;

    [Fact]
    public async Task A_token_of_the_directory_is_who_it_is_of()
    {
        var clerk = await Office.FromEntraAsync(Given.Clerk);

        Assert.Equal("Phạm Thị Thư", (await clerk.GetAsync("/api/me")).Ok().GetProperty("person").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Many_first_requests_at_once_are_all_of_the_same_person()
    {
        var head = await Office.FromEntraAsync(Given.FinanceHead);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => head.GetAsync("/api/me")));

        Assert.All(answers, answer => answer.Ok());
    }

    [Fact]
    public async Task A_local_token_is_good_as_before() => (await (await Office.AsAsync(Given.Clerk)).GetAsync("/api/me")).Ok();

    [Fact]
    public async Task Whoever_nobody_knows_and_whoever_has_left_is_not_let_in()
    {
        var stranger = Office.WithToken(await place.Entra.TokenAsync("nobody@tanthu.example"));
        var gone = await Office.FromEntraAsync(Given.Gone);

        (await stranger.GetAsync("/api/me")).Refused(HttpStatusCode.Forbidden, "no-access");
        (await gone.GetAsync("/api/me")).Refused(HttpStatusCode.Forbidden, "no-access");
    }

    [Fact]
    public async Task An_address_is_believed_only_where_it_is_the_directorys_to_give()
    {
        var vice = Given.EmailOf(Given.Vice);

        foreach (var claims in new Dictionary<string, object?>[]
        {
            // A guest, by either sign of one.
            new() { ["acct"] = 1 },
            new() { ["idp"] = "https://sts.elsewhere.example/" },
            // Anybody can have any "email" in a directory of their own making.
            new() { ["preferred_username"] = "someone", ["email"] = vice },
        })
        {
            claims["oid"] = Guid.NewGuid();
            (await Office.WithToken(await place.Entra.TokenAsync(vice, claims)).GetAsync("/api/me")).Refused(HttpStatusCode.Forbidden, "no-access");
        }

        (await Office.WithToken(await place.Entra.TokenAsync(vice, new Dictionary<string, object?> { ["preferred_username"] = "someone", ["email"] = vice, ["xms_edov"] = true })).GetAsync("/api/me")).Ok();
    }

    [Fact]
    public async Task An_object_id_stays_a_persons_when_their_address_changes_and_an_address_does_not_take_an_account_along()
    {
        var address = Given.EmailOf(Given.HealthHead);
        (await Office.WithToken(await place.Entra.TokenAsync(address)).GetAsync("/api/me")).Ok();

        var renamed = Office.WithToken(await place.Entra.TokenAsync(address, new Dictionary<string, object?> { ["preferred_username"] = "married@tanthu.example" }));
        var successor = Office.WithToken(await place.Entra.TokenAsync(address, new Dictionary<string, object?> { ["oid"] = Guid.NewGuid() }));

        Assert.Equal("Bùi Thị Y", (await renamed.GetAsync("/api/me")).Ok().GetProperty("person").GetProperty("name").GetString());
        (await successor.GetAsync("/api/me")).Refused(HttpStatusCode.Forbidden, "no-access");
    }

    public static TheoryData<string, string?, string, bool> Forgeries => new()
    {
        { "iss", "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/v2.0", "RS256", false },
        { "iss", null, "RS256", false },
        { "tid", "00000000-0000-4000-8000-000000000001", "RS256", false },
        { "aud", "00000000-0000-4000-8000-000000000002", "RS256", false },
        { "aud", null, "RS256", false },
        { "exp", "1700000000", "RS256", false },
        { "exp", null, "RS256", false },
        { "nbf", "4000000000", "RS256", false },
        { "scp", "User.Read", "RS256", false },
        // As the token is that tells a page who signed in.
        { "scp", null, "RS256", false },
        { "", "", "none", false },
        { "", "", "HS256", false },
        { "", "", "RS256", true },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_the_directorys_for_this_API_is_none(string claim, string? value, string algorithm, bool isForged)
    {
        var claims = new Dictionary<string, object?>();
        if (claim.Length > 0) claims[claim] = claim is "exp" or "nbf" && value is not null ? long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : value;

        var answer = await Office.WithToken(await place.Entra.TokenAsync(Given.EmailOf(Given.Clerk), claims, algorithm, isForged)).GetAsync("/api/me");

        // Another directory's people, if it came to that, are strangers.
        if (claim == "tid") answer.Refused(HttpStatusCode.Forbidden, "no-access");
        else answer.Refused(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Theory]
    [InlineData("roles", "Approval.Administrator", true)]
    [InlineData("groups", "0d3c8f8e-33cf-4f9b-b2f3-6a5d2e0b9c11", true)]
    [InlineData("roles", "Approval.Reader", false)]
    public async Task The_directory_may_make_somebody_an_administrator_for_as_long_as_they_are_signed_in(string claim, string value, bool isAdministrator)
    {
        var head = Office.WithToken(await place.Entra.TokenAsync(Given.EmailOf(Given.FinanceHead), new Dictionary<string, object?> { [claim] = new[] { value } }));

        var trail = await head.GetAsync("/api/agency/trail");

        if (isAdministrator) trail.Ok();
        else trail.Refused(HttpStatusCode.Forbidden, "not-administrator");
        (await (await Office.FromEntraAsync(Given.FinanceHead)).GetAsync("/api/agency/trail")).Refused(HttpStatusCode.Forbidden, "not-administrator");
    }

    [Fact]
    public async Task Whom_the_directory_makes_an_administrator_records_what_others_hand_over_as_any_other_administrator_does()
    {
        var granted = Office.WithToken(await place.Entra.TokenAsync(Given.EmailOf(Given.HealthHead), new Dictionary<string, object?> { ["roles"] = new[] { "Approval.Administrator" } }));
        var plain = await Office.FromEntraAsync(Given.HealthHead);
        var (absence, assistant) = ($"/api/absences/{Guid.NewGuid()}", $"/api/people/{Given.Chairman.Value}/assistants/{Given.Clerk.Value}");
        var away = new { fromOn = "2026-09-08", toOn = "2026-09-09", reason = "Họp tỉnh", person = Given.Chairman.Value };
        var delegation = new { id = Guid.NewGuid(), from = Given.Chairman.Value, to = Given.Vice.Value, capacity = "deputising", kinds = new[] { "review" }, startsAt = "2027-09-08T00:00:00Z", endsAt = "2027-09-09T00:00:00Z", ground = "Đi công tác" };

        (await plain.PutAsync(absence, away)).Refused(HttpStatusCode.Forbidden, "not-your-absence");
        (await plain.PostAsync("/api/delegations", delegation)).Refused(HttpStatusCode.Forbidden, "not-your-delegation");
        (await plain.PutAsync(assistant, new { })).Refused(HttpStatusCode.Forbidden, "not-your-assistants");

        (await granted.PutAsync(absence, away)).Ok();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await granted.PostAsync("/api/delegations", delegation)).Ok().GetProperty("preparedBy").ValueKind);
        (await granted.PutAsync(assistant, new { })).Ok();

        Assert.Equal(HttpStatusCode.NoContent, (await granted.SendAsync(HttpMethod.Delete, absence, null, [])).Status);
        (await granted.PostAsync($"/api/delegations/{delegation.id}/endings", new { })).Ok();
        Assert.Equal(HttpStatusCode.NoContent, (await granted.SendAsync(HttpMethod.Delete, assistant, null, [])).Status);
        (await granted.PostAsync("/api/reports", new { id = Guid.NewGuid(), template = Given.Template.Value, period = "2026-09", dueOn = "2026-10-30" })).Refused(HttpStatusCode.Forbidden, "not-the-office");
    }

    [Fact]
    public async Task What_the_directory_granted_stays_when_the_cookie_is_renewed()
    {
        await using var scope = Office.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        var account = await signIn.UserManager.FindByEmailAsync(Given.EmailOf(Given.FinanceHead)) ?? throw new InvalidOperationException("No such account.");
        var user = await new EntraPerson(account, Given.Roster(), IsAdministrator: true).AsPrincipalAsync(signIn);
        var format = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).TicketDataFormat;
        var now = Office.Clock.GetUtcNow();
        // Longer ago than the security stamp is believed without looking.
        var old = format.Protect(new AuthenticationTicket(user, new() { IssuedUtc = now.AddMinutes(-5), ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme));

        var answer = await Office.Anonymous().GetAsync("/api/agency/trail", ("Cookie", $"approval={old}"));

        answer.Ok();
        var renewed = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("approval=", StringComparison.Ordinal)).Split(';')[0];
        (await Office.Anonymous().GetAsync("/api/agency/trail", ("Cookie", renewed))).Ok();
        Assert.True(format.Unprotect(renewed["approval=".Length..])?.Principal.IsGrantedAdministrator);
    }

    [Fact]
    public async Task Where_local_passwords_are_shut_nobody_comes_in_with_one_or_sets_one()
    {
        await using var shut = new Office
        {
            Settings =
            [
                ("Approval:SignIn:LocalPasswords", "false"), ("Approval:SignIn:Entra:Instance", "http://127.0.0.1:1"), ("Approval:SignIn:Entra:ClientSecret", "-"),
                ("Approval:SignIn:Entra:TenantId", $"{EntraServer.Tenant}"), ("Approval:SignIn:Entra:ClientId", $"{EntraServer.Client}"),
            ],
        };
        await shut.InitializeAsync();
        await using var scope = shut.Services.CreateAsyncScope();

        (await shut.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(Given.Clerk), password = Given.Password })).Refused(HttpStatusCode.Unauthorized, "passwords-shut");
        Assert.DoesNotContain("name=\"password\"", (await shut.Anonymous().GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/forgotten\"", (await shut.Anonymous().GetAsync("/forgotten")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/welcome/anything\"", (await shut.Anonymous().GetAsync("/welcome/anything")).Text, StringComparison.Ordinal);
        Assert.False(shut.Services.GetRequiredService<ForgottenPasswords>().CanSend);
        var invited = await scope.ServiceProvider.GetRequiredService<InvitePerson>().HandleAsync(new(Given.Administrator, Given.Agency), Given.Clerk, TestContext.Current.CancellationToken);
        Assert.Equal("passwords-shut", invited.Refusal?.Code);
    }

    [Fact]
    public void Passwords_are_not_shut_where_nobody_could_come_in_any_more()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Approval:SignIn:LocalPasswords", "false")]).Build();

        Assert.Contains("nobody could sign in", Assert.Throws<ValidationException>(() => Settings.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_does_not_answer_is_told_where_one_signs_in()
    {
        await using var alone = new Office
        {
            Settings =
            [
                ("Approval:SignIn:Entra:Instance", "http://127.0.0.1:1"), ("Approval:SignIn:Entra:ClientSecret", "-"),
                ("Approval:SignIn:Entra:TenantId", $"{EntraServer.Tenant}"), ("Approval:SignIn:Entra:ClientId", $"{EntraServer.Client}"),
            ],
        };
        await alone.InitializeAsync();

        var page = await alone.Anonymous().GetAsync(EntraDoors.SignInPath);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Chưa đăng nhập được bằng tài khoản của cơ quan", page.Text, StringComparison.Ordinal);
        (await (await alone.AsAsync(Given.Clerk)).GetAsync("/api/me")).Ok();
    }

    [Fact]
    public async Task Where_the_directory_is_not_set_nothing_of_it_is_there()
    {
        var schemes = await local.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();

        Assert.DoesNotContain(schemes, scheme => scheme.Name is Entra.Scheme or Entra.BearerScheme);
        Assert.Null(local.Services.GetService<PeopleOfEntra>());
        Assert.DoesNotContain(local.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), door => door.RoutePattern.RawText?.StartsWith(EntraDoors.SignInPath, StringComparison.Ordinal) is true);
        (await local.WithToken(await place.Entra.TokenAsync(Given.EmailOf(Given.Clerk))).GetAsync("/api/me")).Refused(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    public sealed class Place : IAsyncLifetime
    {
        public EntraServer Entra { get; } = new();

        public Office Office => field ??= new() { Entra = Entra };

        public ValueTask InitializeAsync() => Office.InitializeAsync();

        public async ValueTask DisposeAsync()
        {
            await Office.DisposeAsync();
            await Entra.DisposeAsync();
        }
    }
}
