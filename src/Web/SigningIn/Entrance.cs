using System.Security.Claims;
using Domain.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Storage.Accounts;

namespace Web.SigningIn;

/// <summary>Where everybody comes in who showed who they are, whatever by: it opens their session, and tells the security trail.</summary>
public sealed class Entrance(Sessions sessions, SecurityRecorder security, IMemoryCache memory, TimeProvider clock)
{
    /// <summary>Without a request for so long a browser's session is over; the cookie is prolonged a little before.</summary>
    private const int IdleHours = 10;

    /// <summary>A program comes back within the life of its refresh token.</summary>
    private const int IdleHoursOfPrograms = 15 * 24;

    /// <summary>How long another process may take to hear that a session was ended.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);

    /// <summary>The same person, now with a session that the cookie or the token has to name.</summary>
    public async Task<ClaimsPrincipal> OpenAsync(HttpContext http, ClaimsPrincipal user, SignInMeans means, bool isProgram = false)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(user);

        var at = clock.GetUtcNow();
        var session = new Session(
            Guid.CreateVersion7(at), user.PersonId, at, at, isProgram ? IdleHoursOfPrograms : IdleHours, means, http.Connection.RemoteIpAddress?.ToString(), Device.Of(http.Request.Headers.UserAgent.ToString()));

        await sessions.OpenAsync(session, CancellationToken.None);
        await security.RecordAsync(SecurityKind.SignedIn, user.PersonId, means);
        user.AddIdentity(new([new(Claims.Session, session.Id.ToString())]));

        return user;
    }

    /// <summary>The same for a browser, which gets its cookie.</summary>
    public async Task SignInAsync(HttpContext http, ClaimsPrincipal user, SignInMeans means) =>
        await http.SignInAsync(IdentityConstants.ApplicationScheme, await OpenAsync(http, user, means));

    /// <summary>Gives a browser a cookie that its account's change did not make void.</summary>
    public static async Task RenewAsync(HttpContext http, ClaimsPrincipal renewed)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(renewed);

        Keep(http.User, renewed);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, renewed, (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties ?? new());
    }

    /// <summary>What hangs on the session, and not on the account.</summary>
    public static void Keep(ClaimsPrincipal? old, ClaimsPrincipal? renewed)
    {
        var kept = old?.FindAll(claim => claim.Type is Claims.Granted or Claims.Session).ToList() ?? [];
        if (kept.Count > 0) renewed?.AddIdentity(new(kept));
    }

    /// <summary>Makes nobody of those whose session was ended, whatever their cookie or token says.</summary>
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);

        if (http.User.SessionId is { } session && !await http.RequestServices.GetRequiredService<Entrance>().IsOpenAsync(session)) http.User = new();

        await next(http);
    }

    public async Task<bool> IsOpenAsync(Guid session)
    {
        if (memory.TryGetValue(session, out bool known)) return known;

        return memory.Set(session, await sessions.CheckAsync(session, clock.GetUtcNow(), CancellationToken.None), Remembered);
    }

    public async Task SignOutAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);

        if (http.User.HasClaim(claim => claim.Type == Claims.Person))
        {
            await security.RecordAsync(SecurityKind.SignedOut, http.User.PersonId);
            if (http.User.SessionId is { } session) Forget(await sessions.EndAsync(http.User.PersonId, session, null, CancellationToken.None));
        }

        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ends one session of the person, or (null) all but the one that they are in.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndAsync(ClaimsPrincipal user, Guid? session)
    {
        ArgumentNullException.ThrowIfNull(user);

        var ended = await sessions.EndAsync(user.PersonId, session, session is null ? user.SessionId : null, CancellationToken.None);
        Forget(ended);
        foreach (var one in ended) await security.RecordAsync(SecurityKind.SessionRevoked, user.PersonId, subject: one.Device);

        return ended.Count;
    }

    private void Forget(IReadOnlyList<Session> ended)
    {
        foreach (var session in ended) memory.Remove(session.Id);
    }
}
