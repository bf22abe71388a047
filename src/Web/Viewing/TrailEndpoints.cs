using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Domain.Trail;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Workflows.Viewing;

namespace Web.Viewing;

public static class TrailEndpoints
{
    public static void MapTrail(this IEndpointRouteBuilder routes)
    {
        var told = routes.MapGroup("").WithTags("Viewing");

        told.MapGet("/trail", TrailAsync).WithSummary("What happened to the report, the newest first: to one section, by one person, or of one kind (\"submitted\")");
        told.MapGet("/comments", CommentsAsync).WithSummary("The comments on a section, or (without one) on the report itself, in the order in which they were made");
    }

    private static async Task<Ok<PageOf<Entry>>> TrailAsync(
        Guid report, Guid? section, Guid? by, string? what, [AsParameters] PageAsked page, ClaimsPrincipal user, OpenReports reports, IViews views, CancellationToken cancellationToken)
    {
        var withheld = (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken))?.Withheld;

        return TypedResults.Ok((await views.TrailAsync(new(report), new(IdOf(section), by is { } person ? new PersonId(person) : null, what, withheld), page.AsPaging, cancellationToken)).AsView);
    }

    private static async Task<Ok<PageOf<Comment>>> CommentsAsync(
        Guid report, Guid? section, [AsParameters] PageAsked page, ClaimsPrincipal user, OpenReports reports, IViews views, CancellationToken cancellationToken)
    {
        // As of a section that the report does not have.
        if (section is { } id && (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken))?.Plan.Find(new(id)) is not { IsWithheld: false })
            return TypedResults.Ok(new PageOf<Comment>([], page.AsPaging.Number, page.AsPaging.Size, 0));

        return TypedResults.Ok((await views.CommentsAsync(new(report), IdOf(section), page.AsPaging, cancellationToken)).AsView);
    }

    private static SectionId? IdOf(Guid? section) => section is { } id ? new(id) : null;
}
