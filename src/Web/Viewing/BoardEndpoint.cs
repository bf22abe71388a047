using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Workflows.Viewing;

namespace Web.Viewing;

public static class BoardEndpoint
{
    public static void MapBoard(this IEndpointRouteBuilder routes) => routes
        .MapGet("/reports", BoardAsync)
        .WithTags("Viewing")
        .WithSummary("The agency's reports, the one due next first: those in a state, late ones, or those with something open at a unit");

    private static async Task<Ok<PageOf<ReportLine>>> BoardAsync(
        [AsParameters] PageAsked page, Word<ReportState>? state, bool? late, Guid? unit, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken)
    {
        var filter = new BoardFilter(state?.Value, late is true ? clock.GetUtcNow() : null, unit is { } id ? new UnitId(id) : null);

        return TypedResults.Ok((await views.BoardAsync(user.AgencyId, filter, page.AsPaging, cancellationToken)).AsView);
    }
}
