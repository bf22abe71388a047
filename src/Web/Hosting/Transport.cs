using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.HttpOverrides;

namespace Web.Hosting;

/// <summary>How requests come here, and what must not come any other way.</summary>
public static class Transport
{
    public static IServiceCollection AddTransport(this IServiceCollection services, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Proxies) options.KnownIPNetworks.Add(NetworkOf(proxy));
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));

        // What somebody signs in with goes only to this very host, and never in the clear.
        services.PostConfigureAll<CookieAuthenticationOptions>(options => Guard(options.Cookie, settings.IsHttps));
        services.PostConfigure<AntiforgeryOptions>(options => Guard(options.Cookie, settings.IsHttps));

        return services;
    }

    public static void UseTransport(this WebApplication app, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        // Only from those who are known to set them: anybody else could choose their own address, and with it their own limit of attempts.
        if (settings.Proxies.Count > 0) app.UseForwardedHeaders();

        app.Use((context, next) => IsOfAnotherSite(context.Request) ? Forbid(context) : next(context));

        if (settings.PublicAddress is not { } address || !settings.IsHttps) return;

        app.UseHsts();
        app.Use((context, next) =>
        {
            if (context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health")) return next(context);

            // A program that was told the wrong address is to find out before it sends its token that way every day.
            if (context.Request.Path.StartsWithSegments("/api")) return Forbid(context);

            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = $"{address.GetLeftPart(UriPartial.Authority)}{context.Request.Path}{context.Request.QueryString}";

            return Task.CompletedTask;
        });
    }

    /// <exception cref="FormatException">It is neither an address nor a network.</exception>
    public static System.Net.IPNetwork NetworkOf(string proxy) =>
        IPAddress.TryParse(proxy, out var address) ? new(address, address.GetAddressBytes().Length * 8) : System.Net.IPNetwork.Parse(proxy);

    /// <summary>Every browser of today says so; the forms' tokens and the cookies' own rule hold without it.</summary>
    private static bool IsOfAnotherSite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && request.Cookies.Count > 0
        && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static Task Forbid(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;

        return Task.CompletedTask;
    }

    private static void Guard(CookieBuilder cookie, bool isHttps)
    {
        cookie.HttpOnly = true;
        cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        if (cookie.SameSite is SameSiteMode.None or SameSiteMode.Unspecified) cookie.SameSite = SameSiteMode.Lax;

        if (!isHttps || cookie.Name?.StartsWith("__Host-", StringComparison.Ordinal) is true) return;

        cookie.Name = $"__Host-{cookie.Name}";
        cookie.Path = "/";
    }
}
