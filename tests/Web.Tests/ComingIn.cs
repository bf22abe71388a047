using System.Net;
using System.Security.Claims;
using Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Storage.Accounts;
using Web.SigningIn;
using Workflows.Recording;

namespace Web.Tests;

public sealed class ComingIn(Office office)
{
    private static readonly HashSet<string> Open = ["/api/tokens", "/api/tokens/refreshes"];

    [Fact]
    public void Every_door_of_the_API_but_those_for_signing_in_asks_who_it_is()
    {
        var doors = Doors();

        Assert.NotEmpty(doors);
        Assert.All(doors.Where(door => !Open.Contains(Pattern(door))), door =>
        {
            Assert.NotEmpty(door.Metadata.GetOrderedMetadata<IAuthorizeData>());
            Assert.Empty(door.Metadata.GetOrderedMetadata<IAllowAnonymous>());
        });
        Assert.Equal(Open, doors.Where(door => door.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Pattern).ToHashSet());
    }

    [Fact]
    public async Task Nobody_comes_in_unknown()
    {
        var anonymous = office.Anonymous();

        foreach (var door in Doors().Where(door => !Open.Contains(Pattern(door))))
        {
            foreach (var method in Methods(door))
                (await anonymous.SendAsync(new(method), Address(door, Guid.NewGuid(), Guid.NewGuid()), null, [])).Refused(HttpStatusCode.Unauthorized, "sign-in-needed");
        }
    }

    [Fact]
    public async Task Another_agencys_report_is_not_there_at_any_door()
    {
        var report = await (await RunningReport.StartAsync(office)).ToConsolidateAsync();
        var stranger = await office.AsAsync(Given.Stranger);

        foreach (var door in Doors().Where(door => Pattern(door).Contains("{report", StringComparison.Ordinal)))
        {
            foreach (var method in Methods(door))
            {
                using var body = Caller.Content("{}"u8.ToArray(), Pattern(door).EndsWith("working-copy", StringComparison.Ordinal) ? "text/markdown" : "application/json");
                (await stranger.SendAsync(new(method), Address(door, report.Id.Value, report.IdOf(Given.Budget).Value), method == "GET" ? null : body, [])).Refused(HttpStatusCode.NotFound, "no-such-report");
            }
        }

        Assert.Empty((await stranger.GetAsync("/api/reports")).Ok().GetProperty("rows").EnumerateArray());
        Assert.Empty((await stranger.GetAsync("/api/register/2026")).Ok().GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task A_token_is_given_for_a_password_and_renewed_without_one()
    {
        var signedIn = (await office.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(Given.Clerk), password = Given.Password })).Ok();

        var renewed = (await office.Anonymous().PostAsync("/api/tokens/refreshes", new { refreshToken = signedIn.GetProperty("refreshToken").GetString() })).Ok();
        var caller = office.Anonymous();
        caller.Client.DefaultRequestHeaders.Authorization = new("Bearer", renewed.GetProperty("accessToken").GetString());
        var me = (await caller.GetAsync("/api/me")).Ok();

        Assert.Equal(3600, signedIn.GetProperty("expiresIn").GetInt32());
        Assert.Equal("Bearer", signedIn.GetProperty("tokenType").GetString());
        Assert.Equal("Phạm Thị Thư", me.GetProperty("person").GetProperty("name").GetString());
        (await office.Anonymous().PostAsync("/api/tokens/refreshes", new { refreshToken = "abc" })).Refused(HttpStatusCode.Unauthorized, "refresh-token-not-valid");
    }

    [Fact]
    public async Task Whatever_was_wrong_the_answer_is_the_same()
    {
        var wrongPassword = await office.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(Given.Administrator), password = "một mật khẩu khác" });
        var unknown = await office.Anonymous().PostAsync("/api/tokens", new { email = "nobody@tanthu.example", password = Given.Password });

        wrongPassword.Refused(HttpStatusCode.Unauthorized, "sign-in-failed");
        Assert.Equal(wrongPassword.Text, unknown.Text);
    }

    [Fact]
    public async Task After_five_failures_the_right_password_is_of_no_use()
    {
        var head = new PersonId(Guid.NewGuid());
        await OpenAsync(head, isActive: true);

        for (var attempt = 0; attempt < 5; attempt++)
            (await office.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(head), password = "một mật khẩu khác" })).Refused(HttpStatusCode.Unauthorized, "sign-in-failed");

        (await office.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(head), password = Given.Password })).Refused(HttpStatusCode.Unauthorized, "sign-in-failed");
    }

    [Fact]
    public async Task Who_has_left_is_not_let_in() =>
        (await office.Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(Given.Gone), password = Given.Password })).Refused(HttpStatusCode.Unauthorized, "inactive-person");

    [Fact]
    public async Task Who_leaves_is_refused_from_then_on_whatever_token_they_have()
    {
        var leaving = new PersonId(Guid.NewGuid());
        await OpenAsync(leaving, isActive: true);
        var caller = await office.AsAsync(leaving);
        (await caller.GetAsync("/api/me")).Ok();

        await OpenAsync(leaving, isActive: false);

        (await caller.GetAsync("/api/me")).Refused(HttpStatusCode.Forbidden, "no-access");
    }

    [Fact]
    public async Task A_cookie_is_good_for_reading_the_API_and_for_changing_nothing()
    {
        var caller = office.Anonymous();
        caller.Client.DefaultRequestHeaders.Add("Cookie", $"approval={await CookieAsync(Given.Consolidator)}");

        (await caller.GetAsync("/api/me")).Ok();
        (await caller.PostAsync("/api/reports", new { id = Guid.NewGuid(), template = Given.Template.Value, dueOn = "2026-10-30" })).Refused(HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Fact]
    public async Task Somebody_who_tries_too_often_has_to_wait()
    {
        await using var strict = new Office { AttemptsPerMinute = 2 };
        await strict.InitializeAsync();
        var anonymous = strict.Anonymous();
        var body = new { email = "nobody@tanthu.example", password = "một mật khẩu khác" };

        (await anonymous.PostAsync("/api/tokens", body)).Refused(HttpStatusCode.Unauthorized, "sign-in-failed");
        (await anonymous.PostAsync("/api/tokens", body)).Refused(HttpStatusCode.Unauthorized, "sign-in-failed");
        (await anonymous.PostAsync("/api/tokens", body)).Refused(HttpStatusCode.TooManyRequests, "too-often");
    }

    [Theory]
    [InlineData("mười hai chữ", true)]
    [InlineData("mười một ch", false)]
    public async Task A_password_is_judged_by_its_length(string password, bool isTaken)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var person = Given.Roster().People.First() with { Email = $"{password.Length}@tanthu.example" };

        var opened = await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, password);

        Assert.Equal(isTaken, opened.Succeeded);
    }

    private async Task OpenAsync(PersonId person, bool isActive)
    {
        var agencies = office.Services.GetRequiredService<IAgencies>();
        var roster = await office.Services.GetRequiredService<IRecord>().RosterAsync(Given.Agency, TestContext.Current.CancellationToken) ?? Given.Roster();
        var added = new Person { Id = person, Name = "Người mới", Email = Given.EmailOf(person), IsActive = isActive, Positions = [new(Given.Health, Role.Drafter, "Chuyên viên")] };
        await agencies.SaveAsync(new Roster(roster.Agency, roster.Units, [.. roster.People.Where(one => one.Id != person), added], roster.Fields, roster.Delegations), TestContext.Current.CancellationToken);

        await using var scope = office.Services.CreateAsyncScope();
        if (isActive) Assert.True((await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(added, Given.Password)).Succeeded);
    }

    /// <summary>As the sign-in page makes it.</summary>
    private async Task<string> CookieAsync(PersonId person)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        var account = await signIn.UserManager.FindByEmailAsync(Given.EmailOf(person)) ?? throw new InvalidOperationException("No such account.");
        ClaimsPrincipal user = await signIn.CreateUserPrincipalAsync(account);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);

        return options.TicketDataFormat.Protect(new AuthenticationTicket(
            user, new() { IssuedUtc = office.Clock.GetUtcNow(), ExpiresUtc = office.Clock.GetUtcNow().AddHours(1) }, IdentityConstants.ApplicationScheme));
    }

    private IReadOnlyList<RouteEndpoint> Doors() =>
        [.. office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(door => Pattern(door).StartsWith("/api", StringComparison.Ordinal))];

    private static string Pattern(RouteEndpoint door) => $"/{door.RoutePattern.RawText?.Trim('/')}";

    private static IReadOnlyList<string> Methods(RouteEndpoint door) => door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    private static string Address(RouteEndpoint door, Guid report, Guid section) => $"/{string.Join('/', door.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "report" } => report.ToString(),
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "section" } => section.ToString(),
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "year" or "number" } => "2026",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "format" } => "pdf",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "sha256" } => new string('a', 64),
        _ => Guid.NewGuid().ToString(),
    }))))}";
}
