using Domain.Trail;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Layout;

namespace Web.SigningIn;

public static class SignInForm
{
    public const string Name = "sign-in";

    public const string Code = "sign-in-code";

    public const string CodePath = $"{Accounts.SignInPath}/code";

    /// <summary>What the page's address says where a form was sent after the session had ended.</summary>
    public const string Unsent = "unsent";

    public static void MapSignInForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Accounts.SignInPath, SignInAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);
        routes.MapPost(CodePath, CodeAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        routes.MapGet("/sign-out", () => TypedResults.LocalRedirect(Addresses.Work)).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(IFormCollection form, PasswordCheck check, SignInManager<Account> signIn, Entrance entrance, HttpContext http, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var (email, password) = (typed.Text("email").Trim(), form["password"].ToString());

        var account = email.Length > PasswordCheck.LongestPassword || password.Length > PasswordCheck.LongestPassword
            ? SigningInRefusals.Failed
            : await check.HandleAsync(email, password, cancellationToken);

        if (account.IsRefused) return FormAnswers.Refused<SignInPage>([], Name, typed, account.Refusal);

        if (account.Value.TwoFactorEnabled)
        {
            await SecondFactor.AwaitAsync(http, account.Value);

            return TypedResults.LocalRedirect($"{CodePath}?back={Uri.EscapeDataString(Addresses.Safe(typed.Text("back")))}");
        }

        await entrance.SignInAsync(http, await signIn.CreateUserPrincipalAsync(account.Value), SignInMeans.Password);

        return TypedResults.LocalRedirect(Addresses.Safe(typed.Text("back")));
    }

    private static async Task<IResult> CodeAsync(IFormCollection form, SecondFactor second, SignInManager<Account> signIn, Entrance entrance, HttpContext http)
    {
        var typed = new Typed(form);
        var code = typed.Text("code");

        if (await second.AwaitedAsync() is not { } account) return FormAnswers.Refused<SignInPage>([], Name, typed, SecondFactorRefusals.TooLate);
        if (code.Length > PasswordCheck.LongestPassword || await second.CheckAsync(account, code, SecurityKind.SignInFailed) is not { } means) return FormAnswers.Refused<CodePage>([], Code, typed, SecondFactorRefusals.WrongCode);

        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await entrance.SignInAsync(http, await signIn.CreateUserPrincipalAsync(account), means);

        return TypedResults.LocalRedirect(Addresses.Safe(typed.Text("back")));
    }

    private static async Task<IResult> SignOutAsync(IFormCollection form, Entrance entrance, HttpContext http)
    {
        _ = form;
        var isOfEntra = await EntraSession.IsOneAsync(http);
        await entrance.SignOutAsync(http);

        // Whoever sits down at this screen next finds nothing by going back.
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";

        return isOfEntra
            ? await Entra.LeadAsync(http, () => http.SignOutAsync(Entra.Scheme, new() { RedirectUri = Accounts.SignInPath }), Accounts.SignInPath)
            : TypedResults.LocalRedirect(Accounts.SignInPath);
    }
}
