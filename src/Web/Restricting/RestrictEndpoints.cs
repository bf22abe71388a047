using System.Security.Claims;
using Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Restricting;

namespace Web.Restricting;

public static class RestrictEndpoints
{
    /// <param name="Audience">To whom it is open besides those who work on it; null for the whole agency.</param>
    public sealed record Body(Audience? Audience, [AtMost(RestrictReport.LongestReason)] string Reason);

    /// <summary>The same door stands at a section and at the report itself.</summary>
    public static void MapRestrict(this IEndpointRouteBuilder routes) => routes
        .MapPut("/audience", RestrictAsync)
        .WithTags("Restricting")
        .WithSummary("Restrict it to some of the agency, besides those who work on it, or open it to all");

    private static async Task<Results<NoContent, Problem>> RestrictAsync(
        Guid report, Place place, Body body, ClaimsPrincipal user, RestrictReportHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(user.PersonId, new(report), place.Section, body.Audience, body.Reason), cancellationToken)).Refusal is { } refusal
            ? refusal.AsProblem
            : TypedResults.NoContent();
}
