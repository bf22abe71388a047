using System.Security.Claims;
using System.Text;
using Domain;
using Domain.People;
using Microsoft.Net.Http.Headers;
using Web.SigningIn;
using Workflows.Typesetting;
using Workflows.Viewing;

namespace Web.Typesetting;

/// <summary>The pages of a report, or of a section, as pictures. An address that names the file whose pages it is of never changes what it shows.</summary>
public static class PageEndpoints
{
    private const string Svg = "image/svg+xml";

    public static void MapReportPages(this IEndpointRouteBuilder routes) => routes.MapGet("/pages/{number:int:min(1)}", OfReportAsync);

    public static void MapSectionPages(this IEndpointRouteBuilder routes) => routes.MapGet("/pages/{number:int:min(1)}", OfSectionAsync);

    private static async Task<IResult> OfReportAsync(
        Guid report, int number, string? of, ClaimsPrincipal user, OpenReports reports, Previews previews, PageDrawings drawings, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is not { } found) return TypedResults.NotFound();
        if (of is not null && drawings.Find(found, of) is { } kept) return Answer(kept, number, of, response);

        return Answer(drawings.Keep(found, await previews.DrawReportAsync(found, user.PersonId, cancellationToken)), number, of, response);
    }

    private static async Task<IResult> OfSectionAsync(
        Guid report, Guid section, int number, string? of, Guid? unit, ClaimsPrincipal user, OpenReports reports, Previews previews, PageDrawings drawings, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is not { } found || found.Plan.Find(new(section)) is null) return TypedResults.NotFound();
        if (of is not null && drawings.Find(found, of) is { } kept) return Answer(kept, number, of, response);

        return Answer(
            drawings.Keep(found, await previews.DrawSectionAsync(found, new(section), unit is { } one ? new UnitId(one) : null, user.PersonId, cancellationToken)), number, of, response);
    }

    private static IResult Answer(Outcome<DrawnReport> drawn, int number, string? of, HttpResponse response)
    {
        if (drawn.IsRefused || (of is not null && of != drawn.Value.Sha256) || drawn.Value.Pages.ElementAtOrDefault(number - 1) is not { } page) return TypedResults.NotFound();

        response.Headers.CacheControl = of is null ? "private, no-cache" : "private, max-age=31536000, immutable";

        return TypedResults.Bytes(Encoding.UTF8.GetBytes(page), Svg, entityTag: new EntityTagHeaderValue($"\"{drawn.Value.Sha256}-{number}\""));
    }
}
