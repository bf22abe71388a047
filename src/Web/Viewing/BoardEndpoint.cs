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
        .WithSummary("The agency's reports, the one due next first: those in a state, late ones, those due in a period, those with something open at a unit or waiting for a person");

    private static async Task<Ok<PageOf<ReportLine>>> BoardAsync(
        [AsParameters] PageAsked page, Word<ReportState>? state, bool? late, Guid? unit, Guid? person, DateOnly? from, DateOnly? to, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var filter = new BoardFilter
        {
            State = state?.Value,
            LateAt = late is true ? now : null,
            Unit = unit is { } of ? new UnitId(of) : null,
            Person = person is { } whom ? new PersonId(whom) : null,
            From = from,
            To = to,
            At = now,
            Reader = user.PersonId,
        };

        return TypedResults.Ok((await views.BoardAsync(user.AgencyId, filter, page.AsPaging, cancellationToken)).AsView);
    }
}
