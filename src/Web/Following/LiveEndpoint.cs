using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;

namespace Web.Following;

public static class LiveEndpoint
{
    /// <summary>Whoever may not come in any more is not told for longer than this; a browser asks again by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapGet("/live", Follow);

    private static ServerSentEventsResult<string> Follow(ClaimsPrincipal user, LiveChanges changes, IHostApplicationLifetime host, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(FollowAsync(user, changes, host, cancellationToken));

    private static async IAsyncEnumerable<SseItem<string>> FollowAsync(
        ClaimsPrincipal user, LiveChanges changes, IHostApplicationLifetime host, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        end.CancelAfter(Longest);

        await using var told = changes.FollowAsync(user.AgencyId, user.PersonId, end.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(told)) yield return told.Current;
    }

    // An end by time or by the host is an end like any other.
    private static async Task<bool> NextAsync(IAsyncEnumerator<SseItem<string>> told)
    {
        try
        {
            return await told.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
