using System.Security.Claims;
using Domain;
using Domain.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Storage.Accounts;
using Web.Input;

namespace Web.SigningIn;

public static class TokenEndpoints
{
    /// <param name="Code">Of the authenticator, where the account asks for one; or a recovery code.</param>
    public sealed record Credentials([AtMost(256)] string Email, [AtMost(256)] string Password, [AtMost(64)] string? Code = null);

    public sealed record Refresh([AtMost(8192)] string RefreshToken);

    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        var tokens = routes.MapGroup("/tokens").WithTags("Signing in").AllowAnonymous().RequireRateLimiting(Attempts.Policy);

        tokens.MapPost("", IssueAsync)
            .WithSummary("Sign in and get a bearer token")
            .Produces<AccessTokenResponse>()
            .ProducesRefusals(429);
        tokens.MapPost("/refreshes", RefreshAsync)
            .WithSummary("Get a new bearer token for a refresh token")
            .Produces<AccessTokenResponse>()
            .ProducesRefusals(429);
    }

    private static async Task<Results<SignInHttpResult, Problem>> IssueAsync(
        Credentials body, PasswordCheck check, SecondFactor second, SignInManager<Account> signIn, Entrance entrance, HttpContext http, CancellationToken cancellationToken)
    {
        var account = await check.HandleAsync(body.Email, body.Password, cancellationToken);
        if (account.IsRefused) return NotIn(account.Refusal);

        var means = SignInMeans.Password;
        if (account.Value.TwoFactorEnabled)
        {
            if (body.Code is null) return NotIn(SecondFactorRefusals.Needed);
            if (await second.CheckAsync(account.Value, body.Code, SecurityKind.SignInFailed) is not { } shown) return NotIn(SecondFactorRefusals.WrongCode);

            means = shown;
        }

        return In(await entrance.OpenAsync(http, await signIn.CreateUserPrincipalAsync(account.Value), means, isProgram: true));
    }

    private static async Task<Results<SignInHttpResult, Problem>> RefreshAsync(
        Refresh body, SignInManager<Account> signIn, Entrance entrance, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock)
    {
        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(body.RefreshToken);

        // A password that was changed since takes its tokens with it, and so does the end of the session.
        if (ticket?.Properties.ExpiresUtc is not { } ends || clock.GetUtcNow() >= ends || await signIn.ValidateSecurityStampAsync(ticket.Principal) is not { } account) return NotIn(SigningInRefusals.TokenNotValid);
        if (ticket.Principal.SessionId is { } session && !await entrance.IsOpenAsync(session)) return NotIn(SigningInRefusals.TokenNotValid);

        var user = await signIn.CreateUserPrincipalAsync(account);
        Entrance.Keep(ticket.Principal, user);

        return In(user);
    }

    private static SignInHttpResult In(ClaimsPrincipal user) => TypedResults.SignIn(user, new AuthenticationProperties(), IdentityConstants.BearerScheme);

    private static Problem NotIn(Refusal refusal) => new(StatusCodes.Status401Unauthorized, refusal.Code, refusal.Message);
}
