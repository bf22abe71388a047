using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Web.Hosting;

namespace Web.SigningIn;

/// <summary>Signing in with the organisation's directory, Microsoft Entra ID. Nothing of it is there unless it is set.</summary>
public static class Entra
{
    public const string Scheme = "entra";

    public const string BearerScheme = "entra-bearer";

    /// <summary>Where the sign-in page says that the directory's answer was of no use.</summary>
    public const string FailedPath = $"{Accounts.SignInPath}?failed=entra";

    public static AuthenticationBuilder AddEntra(this AuthenticationBuilder authentication, EntraSettings settings)
    {
        ArgumentNullException.ThrowIfNull(authentication);
        ArgumentNullException.ThrowIfNull(settings);

        var services = authentication.Services;
        services.AddSingleton(settings);
        services.AddScoped<PeopleOfEntra>();

        authentication.AddExternalCookie().Configure(options => options.Cookie.Name = "approval-entra");
        authentication.AddMicrosoftIdentityWebApp(Fill, openIdConnectScheme: Scheme, cookieScheme: null);
        authentication.AddMicrosoftIdentityWebApi(_ => { }, Fill, BearerScheme);

        // After Microsoft.Identity.Web, which would take any issuer that its cloud knows.
        services.Configure<OpenIdConnectOptions>(Scheme, options => Restrict(options, settings));
        services.Configure<JwtBearerOptions>(BearerScheme, options => Restrict(options, settings));

        return authentication;

        void Fill(MicrosoftIdentityOptions options)
        {
            options.Instance = settings.Instance.ToString();
            options.TenantId = settings.TenantId.ToString();
            options.ClientId = settings.ClientId.ToString();
            options.ClientSecret = settings.ClientSecret;
        }
    }

    /// <summary>Whether the header holds a token of the directory's: those have three parts, and the others none.</summary>
    public static bool IsTokenOf(string? authorization) => authorization is not null && authorization.Count(sign => sign == '.') == 2;

    /// <summary>To the directory; where it does not answer, which is told by this exception, to a page of ours instead.</summary>
    public static async Task<IResult> LeadAsync(HttpContext http, Func<Task> way, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(way);

        try
        {
            await way();

            return TypedResults.Empty;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is IOException)
        {
            await http.RequestServices.GetRequiredService<PeopleOfEntra>().TellAsync(exception);

            return TypedResults.LocalRedirect(otherwise);
        }
    }

    private static void Restrict(OpenIdConnectOptions options, EntraSettings settings)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.SignOutScheme = IdentityConstants.ApplicationScheme;
        options.RequireHttpsMetadata = !settings.Instance.IsLoopback;
        // The claims by the names that the directory gives them.
        options.TokenHandler = new JsonWebTokenHandler { MapInboundClaims = false };
        Restrict(options.TokenValidationParameters, settings);

        // The code in the address and bound to its asker (PKCE), so that the cookies of the round trip need not be sent from elsewhere.
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.NonceCookie.Name = "approval-nonce";
        options.CorrelationCookie.Name = "approval-correlation";
        foreach (var cookie in (CookieBuilder[])[options.NonceCookie, options.CorrelationCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = settings.Instance.IsLoopback ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        }

        // To name at its end the session that is meant.
        options.SaveTokens = true;
        options.GetClaimsFromUserInfoEndpoint = false;

        // The specification lets an ID token be unsigned where it comes by this way; ours are not.
        options.Events.OnTokenValidated = context =>
        {
            if (context.SecurityToken.Header.Alg != SecurityAlgorithms.RsaSha256) context.Fail("The ID token is not signed as it should be.");

            return Task.CompletedTask;
        };
        options.Events.OnAccessDenied = context =>
        {
            context.Response.Redirect(Accounts.SignInPath);
            context.HandleResponse();

            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = async context =>
        {
            await context.HttpContext.RequestServices.GetRequiredService<PeopleOfEntra>().TellAsync(context.Failure);

            context.Response.Redirect(FailedPath);
            context.HandleResponse();
        };
    }

    private static void Restrict(JwtBearerOptions options, EntraSettings settings)
    {
        options.RequireHttpsMetadata = !settings.Instance.IsLoopback;
        options.MapInboundClaims = false;
        Restrict(options.TokenValidationParameters, settings);
        options.TokenValidationParameters.ValidAudiences = [settings.ClientId.ToString(), $"api://{settings.ClientId}"];

        var inner = options.Events.OnTokenValidated;
        options.Events.OnTokenValidated = async context =>
        {
            await inner(context);
            if (context.Result is not null || context.Principal is not { } shown) return;

            // The token that tells a page who signed in has the same audience, and is for no program to send.
            if (shown.FindFirstValue("scp")?.Split(' ').Contains(settings.Scope) is not true)
            {
                context.Fail("The token was not given for this API.");
                return;
            }

            var services = context.HttpContext.RequestServices;
            var found = await services.GetRequiredService<PeopleOfEntra>().FindAsync(shown, context.HttpContext.RequestAborted);
            if (!found.IsRefused) context.Principal = await found.Value.AsPrincipalAsync(services.GetRequiredService<SignInManager<Storage.Accounts.Account>>());
        };
    }

    private static void Restrict(TokenValidationParameters validation, EntraSettings settings)
    {
        validation.IssuerValidator = null;
        validation.IssuerValidatorUsingConfiguration = null;
        validation.ValidateIssuer = true;
        validation.ValidIssuer = settings.Issuer;
        validation.ValidIssuers = null;
        validation.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
        validation.RequireSignedTokens = true;
        validation.RequireExpirationTime = true;
    }
}
