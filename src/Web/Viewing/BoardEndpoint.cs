using System.Security.Claims;
using Domain.Calendar;
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
        .WithSummary("The agency's reports, the one due next first: those in a state, late ones, those of a reporting period (2026-09, 2026-Q3, 2026-H1, 2026-9M, 2026), those due between two days, those with something open at a unit or waiting for a person");

    private static async Task<Results<Ok<PageOf<ReportLine>>, Problem>> BoardAsync(
        [AsParameters] PageAsked page, Word<ReportState>? state, bool? late, Guid? unit, Guid? person, string? period, DateOnly? from, DateOnly? to, ClaimsPrincipal user, IViews views, TimeProvider clock, CancellationToken cancellationToken)
    {
        var telling = period is null ? null : ReportingPeriod.Parse(period);
        if (telling?.Refusal is { } noPeriod) return noPeriod.AsProblem;

        var now = clock.GetUtcNow();
        var filter = new BoardFilter
        {
            State = state?.Value,
            LateAt = late is true ? now : null,
            Unit = unit is { } of ? new UnitId(of) : null,
            Person = person is { } whom ? new PersonId(whom) : null,
            Period = telling?.Value,
            From = from,
            To = to,
            At = now,
            Reader = user.PersonId,
        };

        return TypedResults.Ok((await views.BoardAsync(user.AgencyId, filter, page.AsPaging, cancellationToken)).AsView);
    }
}
