using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Consolidating;

namespace Web.Consolidating;

public static class ReviseSectionEndpoint
{
    public sealed record Body(DecisionId Id, int Version, int OnRevision);

    public static void MapReviseSection(this IEndpointRouteBuilder routes) => routes
        .MapPost("/revisions", ReviseAsync)
        .WithTags("Consolidating")
        .WithSummary("Make a new version of the section's text from its working copy");

    private static async Task<Results<Ok<DecidedView>, Problem>> ReviseAsync(
        Guid report, Guid section, Body body, ClaimsPrincipal user, ReviseSectionHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), new(section), body.Version, body.OnRevision), cancellationToken)).AsAnswer;
}
