using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Consolidating;

namespace Web.Consolidating;

public static class AmendReportEndpoint
{
    public sealed record Body(DecisionId Id, [Few] IReadOnlyList<string> Recipients);

    public static void MapAmendReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/amendments", AmendAsync)
        .WithTags("Consolidating")
        .WithSummary("Change whom the report goes to, while it is not signed");

    private static async Task<Results<Ok<DecidedView>, Problem>> AmendAsync(
        Guid report, Body body, ClaimsPrincipal user, AmendReportHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), body.Recipients), cancellationToken)).AsAnswer;
}
