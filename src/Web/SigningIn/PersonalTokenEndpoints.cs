using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Storage.Accounts;
using Web.Input;

namespace Web.SigningIn;

/// <summary>The caller's own tokens and sessions.</summary>
public static class PersonalTokenEndpoints
{
    public sealed record TokenBody([AtMost(PersonalTokens.LongestName)] string Name, AccessScope Scope, [Within(1, PersonalTokens.MostDays)] int Days);

    /// <param name="Secret">What a program sends as "Authorization: Bearer …". It is told this once.</param>
    public sealed record MadeToken(AccessToken Token, string Secret);

    /// <param name="IsThis">Whether the caller came with it.</param>
    public sealed record SessionView(Session Session, bool IsThis);

    public static void MapOwnAccess(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/me").WithTags("Signing in");

        own.MapGet("/access-tokens", TokensAsync).WithSummary("The caller's tokens, without their secrets");
        own.MapPost("/access-tokens", MakeAsync).WithSummary("Make a token for a program: to read or to act, for at most a year").ProducesRefusals(403, 409);
        own.MapDelete("/access-tokens/{token:guid}", RevokeAsync).WithSummary("Revoke a token").ProducesRefusals(404);
        own.MapGet("/sessions", SessionsAsync).WithSummary("Where the caller is signed in");
        own.MapDelete("/sessions/{session:guid}", EndAsync).WithSummary("Sign out there");
    }

    private static async Task<Ok<IReadOnlyList<AccessToken>>> TokensAsync(ClaimsPrincipal user, AccessTokens tokens, CancellationToken cancellationToken) =>
        TypedResults.Ok(await tokens.OfAsync(user.PersonId, cancellationToken));

    private static async Task<Results<Ok<MadeToken>, Problem>> MakeAsync(TokenBody body, ClaimsPrincipal user, PersonalTokens tokens, CancellationToken cancellationToken)
    {
        var made = await tokens.MakeAsync(user, body.Name, body.Scope, body.Days, cancellationToken);

        return made.IsRefused ? made.Refusal.AsProblem : TypedResults.Ok(new MadeToken(made.Value.Token, made.Value.Secret));
    }

    private static async Task<Results<NoContent, Problem>> RevokeAsync(Guid token, ClaimsPrincipal user, PersonalTokens tokens, CancellationToken cancellationToken) =>
        await tokens.RevokeAsync(user, token, cancellationToken) is { } refusal ? refusal.AsProblem : TypedResults.NoContent();

    private static async Task<Ok<IReadOnlyList<SessionView>>> SessionsAsync(ClaimsPrincipal user, Sessions sessions, TimeProvider clock, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<SessionView>>(
            [.. (await sessions.OfAsync(user.PersonId, clock.GetUtcNow(), cancellationToken)).Select(session => new SessionView(session, session.Id == user.SessionId))]);

    /// <summary>One that has ended is ended, too.</summary>
    private static async Task<NoContent> EndAsync(Guid session, ClaimsPrincipal user, Entrance entrance)
    {
        await entrance.EndAsync(user, session);

        return TypedResults.NoContent();
    }
}
