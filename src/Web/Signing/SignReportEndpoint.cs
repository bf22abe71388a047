using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Signing;

namespace Web.Signing;

public static class SignReportEndpoint
{
    public sealed record Body(DecisionId Id, int Version, string? Shown = null);

    public static void MapSignReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/signatures", SignAsync)
        .WithTags("Signing")
        .WithSummary("Sign the whole report as it is typeset, number and day still blank");

    private static async Task<Results<Ok<DecidedView>, Problem>> SignAsync(
        Guid report, Body body, ClaimsPrincipal user, SignReportHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), body.Version, body.Shown), cancellationToken)).AsAnswer;
}
