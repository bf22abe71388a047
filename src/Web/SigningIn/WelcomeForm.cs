using Domain.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Layout;

namespace Web.SigningIn;

public static class WelcomeForm
{
    public const string Name = "welcome";

    public static void MapWelcomeForm(this IEndpointRouteBuilder routes) => routes.MapPost("/welcome/{secret}", SetAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);

    private static async Task<IResult> SetAsync(
        string secret, IFormCollection form, Invitations invitations, AccountsOfPeople accounts, Rosters rosters, SignInManager<Account> signIn, SecurityRecorder security, TimeProvider clock, HttpContext http,
        CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var password = form["password"].ToString();
        var at = clock.GetUtcNow();

        // A password that does not do leaves the link as it is.
        if (await accounts.CheckAsync(password, form["again"].ToString()) is { } refusal) return Refused(refusal);
        if (await invitations.FindAsync(secret, at, cancellationToken) is not { } id) return Refused(AccountRefusals.LinkNotValid);
        if ((await rosters.OfAsync(id, cancellationToken))?.Find(id) is not { IsActive: true } person) return Refused(SigningInRefusals.Inactive);
        if (!await invitations.UseAsync(secret, at, cancellationToken)) return Refused(AccountRefusals.LinkNotValid);
        if (await accounts.SetPasswordAsync(person, password) is not { } account) return Refused(AccountRefusals.AddressTaken);

        await security.RecordAsync(SecurityKind.PasswordReset, person.Id, SignInMeans.Link);
        await security.RecordAsync(SecurityKind.SignedIn, person.Id, SignInMeans.Link);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, await signIn.CreateUserPrincipalAsync(account));

        return TypedResults.LocalRedirect(FormAnswers.Done(Addresses.Work, Name));

        IResult Refused(Domain.Refusal why) => FormAnswers.Refused<WelcomePage>(new() { [nameof(WelcomePage.Secret)] = secret }, Name, typed, why);
    }
}
