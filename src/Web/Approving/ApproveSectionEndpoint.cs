using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Approving;

namespace Web.Approving;

public static class ApproveSectionEndpoint
{
    public sealed record Body(DecisionId Id, int Version);

    public static void MapApproveSection(this IEndpointRouteBuilder routes) => routes
        .MapPost("/approvals", ApproveAsync)
        .WithTags("Approving")
        .WithSummary("Approve the section's text in the version that was read");

    private static async Task<Results<Ok<DecidedView>, Problem>> ApproveAsync(
        Guid report, Guid section, Body body, ClaimsPrincipal user, ApproveSectionHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), new(section), body.Version), cancellationToken)).AsAnswer;
}
