using System.Security.Claims;
using Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Storage.Accounts;
using Web.Layout;

namespace Web.SigningIn;

/// <summary>Where the forms are sent by which people keep their own account safe.</summary>
public static class AccountSecurityForms
{
    public const string Page = "/me/security";
    public const string BeginSecond = "second-begin";
    public const string AddSecond = "second-add";
    public const string RemoveSecond = "second-remove";
    public const string Codes = "second-codes";
    public const string AddPasskey = "passkey-add";
    public const string RemovePasskey = "passkey-remove";
    public const string EndSession = "session-end";
    public const string EndOthers = "session-others";
    public const string MakeToken = "token-make";
    public const string RevokeToken = "token-revoke";

    private const string Json = "application/json";

    public static void MapAccountSecurityForms(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup(Page);

        own.MapPost("/second-factor/begin", BeginAsync);
        own.MapPost("/second-factor", AddAsync).RequireRateLimiting(Attempts.Policy);
        own.MapPost("/second-factor/remove", RemoveAsync).RequireRateLimiting(Attempts.Policy);
        own.MapPost("/second-factor/codes", CodesAsync).RequireRateLimiting(Attempts.Policy);
        own.MapPost("/passkeys/options", PasskeyOptionsAsync);
        own.MapPost("/passkeys/confirm-options", ConfirmOptionsAsync);
        own.MapPost("/passkeys", AddPasskeyAsync).RequireRateLimiting(Attempts.Policy);
        own.MapPost("/passkeys/remove", RemovePasskeyAsync);
        own.MapPost("/sessions/{session:guid}/end", EndSessionAsync);
        own.MapPost("/sessions/end-others", EndOthersAsync);
        own.MapPost("/tokens", MakeTokenAsync);
        own.MapPost("/tokens/{token:guid}/revoke", RevokeTokenAsync);
        own.MapGet("/{**form}", () => TypedResults.LocalRedirect(Page));

        routes.MapPost($"{Accounts.SignInPath}/passkey/options", SignInOptionsAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);
        routes.MapPost($"{Accounts.SignInPath}/passkey", SignInAsync).AllowAnonymous().RequireRateLimiting(Attempts.Policy);
    }

    private static async Task<IResult> BeginAsync(IFormCollection form, ClaimsPrincipal user, AccountsOfPeople accounts, SecondFactor second, SignInManager<Account> signIn, HttpContext http)
    {
        if (await accounts.FindAsync(user.PersonId) is not { TwoFactorEnabled: false } account) return Answer(BeginSecond, form, SecondFactorRefusals.NotBegun);

        await second.BeginAsync(account);
        await Entrance.RenewAsync(http, await signIn.CreateUserPrincipalAsync(account));

        return TypedResults.LocalRedirect($"{Page}#second");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, ClaimsPrincipal user, AccountsOfPeople accounts, SecondFactor second, SignInManager<Account> signIn, Entrance entrance, HttpContext http)
    {
        if (await accounts.FindAsync(user.PersonId) is not { TwoFactorEnabled: false } account) return Answer(AddSecond, form, SecondFactorRefusals.NotBegun);
        if (await second.AddAsync(account, new Typed(form).Text("code")) is not { } codes) return Answer(AddSecond, form, SecondFactorRefusals.WrongCode);

        await GoOnHereAloneAsync(http, account, signIn, entrance);

        return Show(codes);
    }

    private static async Task<IResult> RemoveAsync(IFormCollection form, ClaimsPrincipal user, AccountsOfPeople accounts, PasswordCheck check, SecondFactor second, SignInManager<Account> signIn, Entrance entrance, HttpContext http)
    {
        if (await accounts.FindAsync(user.PersonId) is not { TwoFactorEnabled: true } account) return Answer(RemoveSecond, form, SecondFactorRefusals.NotBegun);
        if (await check.AgainAsync(user, form["password"].ToString()) is not null) return Answer(RemoveSecond, form, AccountRefusals.OldPasswordWrong);

        await second.RemoveAsync(account);
        await GoOnHereAloneAsync(http, account, signIn, entrance);

        return Answer(RemoveSecond, form, null);
    }

    /// <summary>Everywhere else they are signed out by the change, and are not listed there any longer.</summary>
    private static async Task GoOnHereAloneAsync(HttpContext http, Account account, SignInManager<Account> signIn, Entrance entrance)
    {
        await entrance.EndAsync(http.User, null);
        await Entrance.RenewAsync(http, await signIn.CreateUserPrincipalAsync(account));
    }

    private static async Task<IResult> CodesAsync(IFormCollection form, ClaimsPrincipal user, AccountsOfPeople accounts, PasswordCheck check, SecondFactor second)
    {
        if (await accounts.FindAsync(user.PersonId) is not { TwoFactorEnabled: true } account) return Answer(Codes, form, SecondFactorRefusals.NotBegun);

        return await check.AgainAsync(user, form["password"].ToString()) is null
            ? Show(await second.MakeRecoveryCodesAsync(account))
            : Answer(Codes, form, AccountRefusals.OldPasswordWrong);
    }

    private static async Task<IResult> PasskeyOptionsAsync(IFormCollection form, Readers readers, AccountsOfPeople accounts, Passkeys passkeys, CancellationToken cancellationToken)
    {
        _ = form;

        return await readers.FindAsync(cancellationToken) is { } reader && await accounts.FindAsync(reader.Id) is { } account
            ? TypedResults.Text(await passkeys.BeginAddingAsync(account, reader.Person), Json)
            : TypedResults.NotFound();
    }

    private static async Task<IResult> AddPasskeyAsync(IFormCollection form, ClaimsPrincipal user, AccountsOfPeople accounts, Passkeys passkeys)
    {
        var typed = new Typed(form);

        return Answer(AddPasskey, form, await accounts.FindAsync(user.PersonId) is { } account ? await passkeys.AddAsync(account, form["credential"].ToString(), typed.Text("name")) : PasskeyRefusals.NotAdded);
    }

    private static async Task<IResult> RemovePasskeyAsync(IFormCollection form, ClaimsPrincipal user, AccountsOfPeople accounts, Passkeys passkeys)
    {
        if (await accounts.FindAsync(user.PersonId) is { } account) await passkeys.RemoveAsync(account, form["passkey"].ToString());

        return Answer(RemovePasskey, form, null);
    }

    private static async Task<IResult> ConfirmOptionsAsync(IFormCollection form, ClaimsPrincipal user, AccountsOfPeople accounts, Passkeys passkeys)
    {
        _ = form;

        return TypedResults.Text(await passkeys.BeginShowingAsync(await accounts.FindAsync(user.PersonId)), Json);
    }

    private static async Task<IResult> SignInOptionsAsync(IFormCollection form, Passkeys passkeys)
    {
        _ = form;

        return TypedResults.Text(await passkeys.BeginShowingAsync(null), Json);
    }

    private static async Task<IResult> SignInAsync(IFormCollection form, Passkeys passkeys, SignInManager<Account> signIn, Entrance entrance, HttpContext http, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var account = await passkeys.ShowAsync(form["credential"].ToString(), cancellationToken);
        if (account.IsRefused) return FormAnswers.Refused<SignInPage>([], SignInForm.Name, typed, account.Refusal);

        await entrance.SignInAsync(http, await signIn.CreateUserPrincipalAsync(account.Value), Domain.Trail.SignInMeans.Passkey);

        return TypedResults.LocalRedirect(Addresses.Safe(typed.Text("back")));
    }

    private static async Task<IResult> EndSessionAsync(Guid session, IFormCollection form, ClaimsPrincipal user, Entrance entrance)
    {
        await entrance.EndAsync(user, session);

        return Answer(EndSession, form, null);
    }

    private static async Task<IResult> EndOthersAsync(IFormCollection form, ClaimsPrincipal user, Entrance entrance)
    {
        await entrance.EndAsync(user, null);

        return Answer(EndOthers, form, null);
    }

    private static async Task<IResult> MakeTokenAsync(IFormCollection form, ClaimsPrincipal user, PersonalTokens tokens, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var scope = typed.Has("scope", nameof(AccessScope.Act)) ? AccessScope.Act : AccessScope.Read;
        var made = await tokens.MakeAsync(user, typed.Text("name"), scope, int.TryParse(form["days"], out var days) ? days : 0, cancellationToken);

        return made.IsRefused
            ? Answer(MakeToken, form, made.Refusal)
            : FormAnswers.Show<NewTokenPage>(StatusCodes.Status200OK, new() { [nameof(NewTokenPage.Made)] = made.Value });
    }

    private static async Task<IResult> RevokeTokenAsync(Guid token, IFormCollection form, ClaimsPrincipal user, PersonalTokens tokens, CancellationToken cancellationToken) =>
        Answer(RevokeToken, form, await tokens.RevokeAsync(user, token, cancellationToken));

    private static RazorComponentResult<PageDocument> Show(IReadOnlyList<string> codes) => FormAnswers.Show<RecoveryCodesPage>(StatusCodes.Status200OK, new() { [nameof(RecoveryCodesPage.Codes)] = codes });

    private static IResult Answer(string name, IFormCollection form, Refusal? refusal) => refusal is null
        ? TypedResults.LocalRedirect(FormAnswers.Done(Page, name))
        : FormAnswers.Refused<AccountSecurityPage>([], name, new(form), refusal);
}
