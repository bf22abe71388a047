using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Web.Administering;
using Web.Approving;
using Web.Assigning;
using Web.Consolidating;
using Web.Delegating;
using Web.Discussing;
using Web.Drafting;
using Web.Following;
using Web.Hosting;
using Web.Issuing;
using Web.Layout;
using Web.Notifying;
using Web.Recalling;
using Web.Restricting;
using Web.Returning;
using Web.Signing;
using Web.SigningIn;
using Web.Starting;
using Web.Stopping;
using Web.Submitting;
using Web.Templates;
using Web.Typesetting;
using Web.Withdrawing;

namespace Web;

/// <summary>Every page, and the doors that their forms post to.</summary>
public static class Pages
{
    /// <summary>Nothing runs or shows in a page but what this server sends as a file; Bootstrap draws its check marks in data addresses.</summary>
    private const string ContentSecurity =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    public static void AddPages(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;

        // From a build as from a published folder; by itself the host would look for a build's assets in development only.
        builder.WebHost.UseStaticWebAssets();

        services.AddLocalization();
        services.AddRazorComponents();
        services.AddAntiforgery(options => options.Cookie.Name = "approval-form");
        services.AddScoped<Readers>();
        services.AddScoped<ImportPeople>();
        services.AddSingleton<Quoting>();
        services.AddScoped<Sources>();

        // Pictures of pages only: they are large, and hold nothing that an attacker could write into.
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, ["image/svg+xml"]));

        // Else every Vietnamese letter goes out as a reference, three times as long.
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Whoever is signed in and may not enter finds out why where one signs in.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options => options.AccessDeniedPath = Accounts.SignInPath);

        // Many an office computer speaks English only because nobody told it otherwise: a page goes by what was chosen on a page.
        services.PostConfigure<RequestLocalizationOptions>(options =>
        {
            var providers = options.RequestCultureProviders;
            for (var place = 0; place < providers.Count; place++)
            {
                if (providers[place] is AcceptLanguageHeaderRequestCultureProvider asked) providers[place] = new OfTheApi(asked);
            }
        });
    }

    /// <summary>Before routing: whatever a page's address answers without a body gets one that people can read.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app, SignInSettings settings) => app.UseWhen(IsPage, pages => pages
        .UseResponseCompression()
        .Use((context, next) =>
        {
            // Signing out is a form that leads on to the directory, where that is what one signed in with.
            context.Response.Headers.ContentSecurityPolicy = settings.Entra is { } entra ? $"{ContentSecurity} {entra.Origin}" : ContentSecurity;
            context.Response.OnStarting(AllowGoingBack, context.Response);

            return next(context);
        })
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = TellAsync,
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        })
        .UseStatusCodePages(context => TellAsync(context.HttpContext)));

    public static void MapPages(this WebApplication app)
    {
        var hasEntra = app.Services.GetRequiredService<SignInSettings>().Entra is not null;

        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();

        // The forms have doors of their own, so that a refused one always finds its page again, whatever that page would show by now.
        app.MapRazorComponents<App>().Add(page => page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get])));

        var forms = app.MapGroup("").ExcludeFromDescription();

        forms.MapSignInForms();
        if (hasEntra) forms.MapEntra();
        forms.MapLanguageForm();
        forms.MapStartForm();
        forms.MapWelcomeForm();
        forms.MapPasswordForm();
        forms.MapForgottenForm();
        forms.MapAccountSecurityForms();
        forms.MapAdministeringForms();
        forms.MapPeopleForms();
        forms.MapDelegatingForms();
        forms.MapNoticeForms();
        forms.MapLive();
        forms.MapTemplateForms();
        forms.MapTemplateFileForms();
        forms.MapRouteForms();

        var report = forms.MapGroup("/reports/{report:guid}");

        report.MapReportPreview();
        report.MapReportPages();
        report.MapApproveReportForm();
        report.MapReturnReportForm();
        report.MapSignForm();
        if (hasEntra) report.MapEntraAgain();
        report.MapIssueForm();
        report.MapRecallForm();
        report.MapStopForm();
        report.MapAmendForm();
        report.MapWithdrawReportForm();
        report.MapRestrictReportForm();
        report.MapGet("/{form:alpha}", (Guid report) => TypedResults.LocalRedirect(Addresses.Of(report)));

        var section = report.MapGroup("/sections/{section:guid}");

        section.MapSectionPreviewPage();
        section.MapSectionPages();
        section.MapWritingForms();
        section.MapConsolidateForm();
        section.MapWhileWriting();
        section.MapSubmitSectionForm();
        section.MapApproveSectionForm();
        section.MapReturnSectionForm();
        section.MapWithdrawSectionForm();
        section.MapThreadForms();
        section.MapAssignmentForms();
        section.MapRestrictSectionForm();
        section.MapGet("/{form:alpha}", (Guid report, Guid section) => TypedResults.LocalRedirect(Addresses.Of(report, section)));
    }

    /// <summary>Says what happened by the status of the answer.</summary>
    private static async Task TellAsync(HttpContext context)
    {
        // A form without a valid token may not be looked at again, not even to see whether there is one.
        context.Features.Set<IAntiforgeryValidationFeature>(null);

        // What a page that was begun has said already, and each page says once.
        context.Response.Headers.Remove("blazor-enhanced-nav");

        // A page may have been begun, and the services that make pages make one each.
        var (status, services) = (context.Response.StatusCode, context.RequestServices);
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;

        try
        {
            await FormAnswers.Show<ErrorPage>(status, new() { [nameof(ErrorPage.Status)] = status }).ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    /// <summary>A form's token asks for no-store, and then a browser that goes back shows the form without what was typed into it. Nobody but the reader's own browser keeps the page.</summary>
    private static Task AllowGoingBack(object response)
    {
        if (response is HttpResponse { Headers: { CacheControl: var asked } headers } && asked.ToString().Contains("no-store", StringComparison.Ordinal)) headers.CacheControl = "private, no-cache";

        return Task.CompletedTask;
    }

    private static bool IsPage(HttpContext context) => !IsOfTheApi(context);

    private static bool IsOfTheApi(HttpContext context)
    {
        var path = context.Request.Path;

        return path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/scalar") || path.StartsWithSegments("/health");
    }

    private sealed class OfTheApi(AcceptLanguageHeaderRequestCultureProvider asked) : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            IsOfTheApi(httpContext) ? asked.DetermineProviderCultureResult(httpContext) : NullProviderCultureResult;
    }
}
