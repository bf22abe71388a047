using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Web.SigningIn;

/// <summary>What the cookie of somebody who came from the directory knows besides who they are.</summary>
public sealed class EntraSession(TimeProvider clock)
{
    /// <summary>How long a signature may follow after signing in again.</summary>
    public const int ConfirmedMinutes = 5;

    /// <summary>A working day. Whom the directory has let go is out by the next one at the latest, so it is not prolonged.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(9);

    private const string IdToken = "id_token";

    private const string ConfirmedAt = "confirmed-at";

    public Task BeginAsync(HttpContext http, ClaimsPrincipal user, AuthenticationProperties shown)
    {
        var properties = new AuthenticationProperties { AllowRefresh = false, ExpiresUtc = clock.GetUtcNow() + Day };

        // Names the session over there when it is to end.
        properties.StoreTokens([new() { Name = IdToken, Value = shown.GetTokenValue(IdToken) ?? "" }]);

        return http.SignInAsync(IdentityConstants.ApplicationScheme, user, properties);
    }

    /// <summary>Whether this is somebody who came from the directory; anybody else has a password here.</summary>
    public static async Task<bool> IsOneAsync(HttpContext http) => (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.GetTokenValue(IdToken) is not null;

    public async Task<bool> IsConfirmedAsync(HttpContext http) => IsConfirmed((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);

    public Task ConfirmAsync(HttpContext http) => KeepAsync(http, clock.GetUtcNow());

    /// <summary>Uses the confirmation up.</summary>
    public Task ForgetAsync(HttpContext http) => KeepAsync(http, null);

    private static async Task KeepAsync(HttpContext http, DateTimeOffset? at)
    {
        if (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme) is not { Succeeded: true, Properties: var properties, Principal: var user }) return;

        properties.SetString(ConfirmedAt, at?.ToString("O", CultureInfo.InvariantCulture));
        await http.SignInAsync(IdentityConstants.ApplicationScheme, user, properties);
    }

    private bool IsConfirmed(AuthenticationProperties? properties) =>
        DateTimeOffset.TryParseExact(properties?.GetString(ConfirmedAt), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && clock.GetUtcNow() - at < TimeSpan.FromMinutes(ConfirmedMinutes);
}
