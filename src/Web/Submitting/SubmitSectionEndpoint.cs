using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Submitting;

namespace Web.Submitting;

public static class SubmitSectionEndpoint
{
    public sealed record Body(DecisionId Id, int Version);

    public static void MapSubmitSection(this IEndpointRouteBuilder routes) => routes
        .MapPost("/submissions", SubmitAsync)
        .WithTags("Submitting")
        .WithSummary("Submit the section's text onwards, in the version that it names");

    private static async Task<Results<Ok<DecidedView>, Problem>> SubmitAsync(
        Guid report, Guid section, Body body, ClaimsPrincipal user, SubmitSectionHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), new(section), body.Version), cancellationToken)).AsAnswer;
}
