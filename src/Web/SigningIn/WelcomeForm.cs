using Domain.Trail;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Hosting;
using Web.Layout;

namespace Web.SigningIn;

public static class WelcomeForm
{
    public const string Name = "welcome";

    public static void MapWelcomeForm(this IEndpointRouteBuilder routes) => routes.MapPost("/welcome/{secret}", SetAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);

    private static async Task<IResult> SetAsync(
        string secret, IFormCollection form, Invitations invitations, AccountsOfPeople accounts, Rosters rosters, SignInManager<Account> signIn, SecurityRecorder security, Entrance entrance, SignInSettings settings, TimeProvider clock, HttpContext http,
        CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var password = form["password"].ToString();
        var at = clock.GetUtcNow();

        if (!settings.LocalPasswords) return Refused(SigningInRefusals.PasswordsShut);
        if (await invitations.FindAsync(secret, at, cancellationToken) is not { } id) return Refused(AccountRefusals.LinkNotValid);
        if (await rosters.OfAsync(id, cancellationToken) is not { } roster || roster.Find(id) is not { IsActive: true } person) return Refused(SigningInRefusals.Inactive);

        // A password that does not do leaves the link as it is.
        if (await accounts.CheckAsync(person, roster.Agency, password, form["again"].ToString()) is { } refusal) return Refused(refusal);
        if (!await invitations.UseAsync(secret, at, cancellationToken)) return Refused(AccountRefusals.LinkNotValid);
        if (await accounts.SetPasswordAsync(person, password) is not { } account) return Refused(AccountRefusals.AddressTaken);

        await security.RecordAsync(SecurityKind.PasswordReset, person.Id, SignInMeans.Link);

        // The link stands for the password; the code is still asked for.
        if (account.TwoFactorEnabled)
        {
            await SecondFactor.AwaitAsync(http, account);

            return TypedResults.LocalRedirect(SignInForm.CodePath);
        }

        await entrance.SignInAsync(http, await signIn.CreateUserPrincipalAsync(account), SignInMeans.Link);

        return TypedResults.LocalRedirect(FormAnswers.Done(Addresses.Work, Name));

        IResult Refused(Domain.Refusal why) => FormAnswers.Refused<WelcomePage>(new() { [nameof(WelcomePage.Secret)] = secret }, Name, typed, why);
    }
}
