using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace Web.Layout;

public static class LanguageForm
{
    public static void MapLanguageForm(this IEndpointRouteBuilder routes) => routes.MapPost("/language", Choose).AllowAnonymous();

    private static RedirectHttpResult Choose(IFormCollection form, HttpContext http)
    {
        var typed = new Typed(form);
        var language = typed.Text("language") == "en" ? "en" : "vi-VN";

        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new(language)),
            new() { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps });

        return TypedResults.LocalRedirect(Addresses.Safe(typed.Text("back")));
    }
}
