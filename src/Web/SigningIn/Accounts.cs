using System.Security.Claims;
using Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Storage.Accounts;
using Web.Hosting;

namespace Web.SigningIn;

/// <summary>Local accounts: a cookie for pages, a bearer token for the API.</summary>
public static class Accounts
{
    public const string SignInPath = "/sign-in";

    private const string CookieOrBearer = "cookie-or-bearer";

    public static IServiceCollection AddAccounts(this IServiceCollection services, SignInSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        services.AddDataProtection().SetApplicationName("approval").KeepKeysInStorage().EncryptKeys(settings.KeyCertificate);

        var authentication = services.AddAuthentication(CookieOrBearer)
            .AddPolicyScheme(CookieOrBearer, null, options => options.ForwardDefaultSelector = context => SchemeFor(context, settings.Entra is not null))
            .AddBearerToken(IdentityConstants.BearerScheme);
        authentication.AddApplicationCookie();
        authentication.AddTwoFactorUserIdCookie();
        authentication.AddScheme<AuthenticationSchemeOptions, PersonalTokens.Handler>(PersonalTokens.Scheme, null);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => options.Cookie.Name = "approval-second");

        services.AddSingleton(settings);
        services.AddSingleton<EntraSession>();
        if (settings.Entra is { } entra) authentication.AddEntra(entra);

        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "approval";
            options.LoginPath = SignInPath;
            options.ExpireTimeSpan = TimeSpan.FromHours(9);
            options.Events.OnRedirectToLogin = context =>
            {
                if (HttpMethods.IsPost(context.Request.Method)) context.RedirectUri = QueryHelpers.AddQueryString(context.RedirectUri, SignInForm.Unsent, "true");

                return Answer(context, StatusCodes.Status401Unauthorized);
            };
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });

        // A changed password or a lockout reaches those who are signed in within a minute.
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = KeepWhatWasGranted;
        });

        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;

                // Length does what mixtures of characters were meant to do (NIST SP 800-63B, 3.1.1.2).
                options.Password = new() { RequiredLength = settings.ShortestPassword, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
                options.Lockout = new() { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
            })
            .AddAccountStore()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<PersonalClaims>();

        services.AddSingleton<Rosters>();
        services.AddSingleton<SecurityRecorder>();
        services.AddMemoryCache();
        services.AddSingleton<Entrance>();
        services.AddSingleton<ForgottenPasswords>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgottenPasswords>());
        services.AddScoped<SecondFactor>();
        services.AddScoped<Passkeys>();

        // The device unlocks for its owner alone, so that a passkey needs neither name nor password beside it.
        services.Configure<IdentityPasskeyOptions>(options => (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required"));
        services.AddSingleton<PersonalTokens>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<OpenAccount>();
        services.AddScoped<AccountsOfPeople>();
        services.AddScoped<KeepPerson>();
        services.AddScoped<InvitePerson>();

        services.AddSingleton<IAuthorizationHandler, ActivePersonHandler>();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(ActivePerson.Policy)
            .SetFallbackPolicy(ActivePerson.Policy);

        return services;
    }

    /// <summary>A page that another site opens brings the cookie along, so on the API a cookie is good for reading only.</summary>
    private static string SchemeFor(HttpContext context, bool hasEntra)
    {
        var request = context.Request;
        var isApi = request.Path.StartsWithSegments("/api");
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

        return isApi && PersonalTokens.IsOne(request.Headers.Authorization) ? PersonalTokens.Scheme
            : hasEntra && Entra.IsTokenOf(request.Headers.Authorization) ? Entra.BearerScheme
            : request.Headers.ContainsKey("Authorization") || (isApi && (!isRead || request.Cookies.Count == 0))
            ? IdentityConstants.BearerScheme
            : IdentityConstants.ApplicationScheme;
    }

    private static Task KeepWhatWasGranted(SecurityStampRefreshingPrincipalContext context)
    {
        Entrance.Keep(context.CurrentPrincipal, context.NewPrincipal);

        return Task.CompletedTask;
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api")) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);

        return Task.CompletedTask;
    }

    /// <summary>Puts person and agency into the cookie and the token. Whoever belongs to no agency gets neither, and so gets nowhere.</summary>
    private sealed class PersonalClaims(UserManager<Account> users, IOptions<IdentityOptions> options, Rosters rosters) : UserClaimsPrincipalFactory<Account>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);

            if (await rosters.OfAsync(user.Person, CancellationToken.None) is { } roster)
            {
                identity.AddClaim(new(Claims.Person, user.Person.Value.ToString()));
                identity.AddClaim(new(Claims.Agency, roster.Agency.Id.Value.ToString()));
            }

            return identity;
        }
    }
}

/// <summary>Opens accounts for people of an agency.</summary>
public sealed class OpenAccount(UserManager<Account> users)
{
    public Task<IdentityResult> HandleAsync(Person person, string password)
    {
        ArgumentNullException.ThrowIfNull(person);

        return users.CreateAsync(new() { UserName = person.Email, Email = person.Email, Person = person.Id }, PasswordCheck.Composed(password));
    }
}
