using System.Globalization;
using System.Security.Claims;
using Domain;
using Domain.Routes;
using Domain.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Layout;
using Web.Signing;

namespace Web.SigningIn;

/// <summary>The way to the organisation's directory and back.</summary>
public static class EntraDoors
{
    public const string SignInPath = $"{Accounts.SignInPath}/entra";

    private const string BackPath = $"{SignInPath}/back";

    /// <summary>In a round trip: the report that is to be signed after it, and when that was asked.</summary>
    private const string ToSign = "to-sign";

    private const string AskedAt = "asked-at";

    public static void MapEntra(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInPath, GoAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);
        routes.MapGet(BackPath, ComeBackAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);
    }

    /// <summary>To the directory, to sign in there once more before a signature.</summary>
    public static void MapEntraAgain(this IEndpointRouteBuilder report) => report.MapGet("/sign/again", GoAgainAsync).RequireRateLimiting(Attempts.Policy);

    public static string AgainPath(Guid report) => $"{Addresses.OfSign(report)}/again";

    /// <param name="other">Whether another account is wanted than the one that the directory would take by itself.</param>
    private static Task<IResult> GoAsync(string? back, HttpContext http, bool other = false) =>
        Entra.LeadAsync(http, () => http.ChallengeAsync(Entra.Scheme, new OpenIdConnectChallengeProperties { RedirectUri = Back(back), Prompt = other ? "select_account" : null }), Entra.FailedPath);

    private static Task<IResult> GoAgainAsync(Guid report, HttpContext http, ClaimsPrincipal user, TimeProvider clock)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = Back(Addresses.OfSign(report)), Prompt = "login", MaxAge = TimeSpan.Zero };
        properties.Items[ToSign] = report.ToString();
        properties.Items[AskedAt] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        properties.SetParameter("login_hint", user.FindFirstValue(ClaimTypes.Email));

        return Entra.LeadAsync(http, () => http.ChallengeAsync(Entra.Scheme, properties), Entra.FailedPath);
    }

    private static async Task<IResult> ComeBackAsync(
        string? back, HttpContext http, PeopleOfEntra people, SignInManager<Account> signIn, EntraSession session, Entrance entrance, SecurityRecorder security, CancellationToken cancellationToken)
    {
        var shown = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (!shown.Succeeded) return TypedResults.LocalRedirect(Entra.FailedPath);

        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var found = await people.FindAsync(shown.Principal, cancellationToken);

        if (shown.Properties.Items.TryGetValue(ToSign, out var asked) && Guid.TryParse(asked, out var report))
        {
            if (await ConfirmAsync(http, shown, found, session) is not { } refusal) return TypedResults.LocalRedirect(Addresses.OfSign(report));

            await security.RecordAsync(SecurityKind.ConfirmationFailed, http.User.HasClaim(claim => claim.Type == Claims.Person) ? http.User.PersonId : null, SignInMeans.Entra);

            return FormAnswers.Refused<SignPage>(new() { [nameof(SignPage.Report)] = report }, Forms.Of(Act.Sign), Typed.Nothing, refusal);
        }

        if (found.IsRefused)
        {
            await security.RecordAsync(SecurityKind.SignInFailed, null, SignInMeans.Entra, shown.Principal.FindFirstValue("preferred_username"));

            return FormAnswers.Show<StrangerPage>(StatusCodes.Status403Forbidden, new()
            {
                [nameof(StrangerPage.Refusal)] = found.Refusal,
                [nameof(StrangerPage.Name)] = shown.Principal.FindFirstValue("preferred_username"),
            });
        }

        await session.BeginAsync(http, await entrance.OpenAsync(http, await found.Value.AsPrincipalAsync(signIn), SignInMeans.Entra), shown.Properties);

        return TypedResults.LocalRedirect(Addresses.Safe(back));
    }

    private static async Task<Refusal?> ConfirmAsync(HttpContext http, AuthenticateResult shown, Outcome<EntraPerson> found, EntraSession session)
    {
        if (!http.User.HasClaim(claim => claim.Type == Claims.Person) || found.IsRefused || found.Value.Account.Person != http.User.PersonId) return EntraRefusals.SomebodyElse;

        var isAgain = shown.Properties?.Items.TryGetValue(AskedAt, out var asked) is true
            && DateTimeOffset.TryParseExact(asked, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var askedAt)
            && shown.Principal is { } principal
            && PeopleOfEntra.SignedInSince(principal, askedAt);
        if (!isAgain) return EntraRefusals.NotAgain;

        await session.ConfirmAsync(http);

        return null;
    }

    private static string Back(string? to) => $"{BackPath}?back={Uri.EscapeDataString(Addresses.Safe(to))}";
}
