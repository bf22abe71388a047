using System.Security.Claims;
using Domain.Trail;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Hosting;
using Web.Layout;

namespace Web.SigningIn;

public static class PasswordForm
{
    public const string Name = "password";

    private const string Page = "/me";

    public static void MapPasswordForm(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/password", ChangeAsync).RequireRateLimiting(Attempts.Policy);
        routes.MapGet("/me/password", () => TypedResults.LocalRedirect(Page));
    }

    private static async Task<IResult> ChangeAsync(
        IFormCollection form, ClaimsPrincipal user, HttpContext http, Entrance entrance, Readers readers, PasswordCheck check, AccountsOfPeople accounts, SignInManager<Account> signIn, SecurityRecorder security, SignInSettings settings, CancellationToken cancellationToken)
    {
        var password = form["password"].ToString();

        if (!settings.LocalPasswords) return Refused(SigningInRefusals.PasswordsShut);
        if (await readers.FindAsync(cancellationToken) is not { } reader) return Refused(SigningInRefusals.Inactive);
        if (await accounts.CheckAsync(reader.Person, reader.Roster.Agency, password, form["again"].ToString()) is { } refusal) return Refused(refusal);
        if (await check.AgainAsync(user, form["old"].ToString()) is not null) return Refused(AccountRefusals.OldPasswordWrong);
        if (await accounts.SetPasswordAsync(reader.Person, password) is not { } account) return Refused(AccountRefusals.AddressTaken);

        await security.RecordAsync(SecurityKind.PasswordChanged, reader.Id);

        // Everywhere else they are signed out; here they go on.
        await entrance.EndAsync(user, null);
        await Entrance.RenewAsync(http, await signIn.CreateUserPrincipalAsync(account));

        return TypedResults.LocalRedirect(FormAnswers.Done(Page, Name));

        IResult Refused(Domain.Refusal why) => FormAnswers.Refused<MePage>([], Name, new(form), why);
    }
}
