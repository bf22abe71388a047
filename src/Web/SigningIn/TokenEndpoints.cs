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
    public sealed record Credentials([AtMost(256)] string Email, [AtMost(256)] string Password);

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

    private static async Task<Results<SignInHttpResult, Problem>> IssueAsync(Credentials body, PasswordCheck check, SecurityRecorder security, CancellationToken cancellationToken)
    {
        var user = await check.HandleAsync(body.Email, body.Password, cancellationToken);
        if (user.IsRefused) return NotIn(user.Refusal);

        await security.RecordAsync(SecurityKind.SignedIn, user.Value.PersonId, SignInMeans.Password);

        return In(user.Value);
    }

    private static async Task<Results<SignInHttpResult, Problem>> RefreshAsync(
        Refresh body, SignInManager<Account> signIn, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock)
    {
        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(body.RefreshToken);

        // A password that was changed since takes its tokens with it.
        return ticket?.Properties.ExpiresUtc is { } ends && clock.GetUtcNow() < ends && await signIn.ValidateSecurityStampAsync(ticket.Principal) is { } account
            ? In(await signIn.CreateUserPrincipalAsync(account))
            : NotIn(SigningInRefusals.TokenNotValid);
    }

    private static SignInHttpResult In(ClaimsPrincipal user) => TypedResults.SignIn(user, new AuthenticationProperties(), IdentityConstants.BearerScheme);

    private static Problem NotIn(Refusal refusal) => new(StatusCodes.Status401Unauthorized, refusal.Code, refusal.Message);
}
