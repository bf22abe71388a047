using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Stopping;

namespace Web.Stopping;

public static class StopReportEndpoint
{
    /// <param name="Reason">Why: whoever has work in the report reads it.</param>
    public sealed record Body(DecisionId Id, [AtMost(Stop.LongestReason)] string Reason);

    public static void MapStopReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/stops", StopAsync)
        .WithTags("Stopping")
        .WithSummary("Give the report up, while it is not signed: nothing more is done with it, and all of it can still be read");

    private static async Task<Results<Ok<DecidedView>, Problem>> StopAsync(
        Guid report, Body body, ClaimsPrincipal user, StopReportHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), body.Reason), cancellationToken)).AsAnswer;
}
