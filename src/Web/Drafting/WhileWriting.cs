using System.Security.Claims;
using Documents.Html;
using Microsoft.Extensions.Localization;
using Web.Input;
using Web.Layout;
using Web.SigningIn;
using Web.Typesetting;
using Workflows.Viewing;

namespace Web.Drafting;

/// <summary>
/// What the writing page's script asks for while somebody types. On the API a cookie is good for reading only; here it saves,
/// by methods and types of content that no form of another site can send.
/// </summary>
public static class WhileWriting
{
    /// <param name="Sha256">Names the file that the pages are of; their pictures are below the section's address.</param>
    public sealed record Drawn(string Sha256, int Pages);

    public static void MapWhileWriting(this IEndpointRouteBuilder routes)
    {
        routes.MapWorkingCopy();
        routes.MapKeepImage("/pictures");
        routes.MapPost("/shown", ShowAsync);
        routes.MapPost("/drawn", DrawAsync);
    }

    private static async Task<IResult> ShowAsync(
        Guid report, Guid section, HttpRequest request, ClaimsPrincipal user, OpenReports reports, IStringLocalizer<Phrases> phrases, CancellationToken cancellationToken)
    {
        if ((await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken))?.Plan.Find(new(section)) is not { } planned) return TypedResults.NotFound();

        var text = await Utf8.ReadAsync(request.Body, cancellationToken);
        if (text.IsRefused) return text.Refusal.AsProblem;

        return TypedResults.Content(HtmlWriter.Write(text.Value, planned.Level, new("shown", 3, "/api/images/", phrases["Text.Table"], phrases["Text.Notes"])), "text/html; charset=utf-8");
    }

    private static async Task<IResult> DrawAsync(
        Guid report, Guid section, HttpRequest request, ClaimsPrincipal user, OpenReports reports, Previews previews, PageDrawings drawings, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is not { } found || found.Plan.Find(new(section)) is null) return TypedResults.NotFound();

        var text = await Utf8.ReadAsync(request.Body, cancellationToken);
        if (text.IsRefused) return text.Refusal.AsProblem;

        var drawn = drawings.Keep(found, await previews.DrawTextAsync(found, new(section), text.Value, user.PersonId, cancellationToken));

        return drawn.IsRefused ? drawn.Refusal.AsProblem : TypedResults.Ok(new Drawn(drawn.Value.Sha256, drawn.Value.Pages.Count));
    }
}
