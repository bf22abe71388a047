using Domain.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Web.Layout;

namespace Web.SigningIn;

public static class SignInForm
{
    public const string Name = "sign-in";

    public static void MapSignInForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Accounts.SignInPath, SignInAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        routes.MapGet("/sign-out", () => TypedResults.LocalRedirect(Addresses.Work)).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(IFormCollection form, PasswordCheck check, SecurityRecorder security, HttpContext http, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var (email, password) = (typed.Text("email").Trim(), form["password"].ToString());

        var user = email.Length > PasswordCheck.LongestPassword || password.Length > PasswordCheck.LongestPassword
            ? SigningInRefusals.Failed
            : await check.HandleAsync(email, password, cancellationToken);

        if (user.IsRefused) return FormAnswers.Refused<SignInPage>([], Name, typed, user.Refusal);

        await http.SignInAsync(IdentityConstants.ApplicationScheme, user.Value);
        await security.RecordAsync(SecurityKind.SignedIn, user.Value.PersonId, SignInMeans.Password);

        return TypedResults.LocalRedirect(Addresses.Safe(typed.Text("back")));
    }

    private static async Task<IResult> SignOutAsync(IFormCollection form, SecurityRecorder security, HttpContext http)
    {
        _ = form;
        if (http.User.HasClaim(claim => claim.Type == Claims.Person)) await security.RecordAsync(SecurityKind.SignedOut, http.User.PersonId);
        var isOfEntra = await EntraSession.IsOneAsync(http);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);

        // Whoever sits down at this screen next finds nothing by going back.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";

        return isOfEntra
            ? await Entra.LeadAsync(http, () => http.SignOutAsync(Entra.Scheme, new() { RedirectUri = Accounts.SignInPath }), Accounts.SignInPath)
            : TypedResults.LocalRedirect(Accounts.SignInPath);
    }
}
