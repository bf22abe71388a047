using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Submitting;

namespace Web.Submitting;

public static class SubmitContributionEndpoint
{
    public sealed record Body(DecisionId Id, int OnRevision);

    public static void MapSubmitContribution(this IEndpointRouteBuilder routes) => routes
        .MapPost("/contributions/{unit:guid}/submissions", SubmitAsync)
        .WithTags("Submitting")
        .WithSummary("Submit what a drafting unit has written");

    private static async Task<Results<Ok<DecidedView>, Problem>> SubmitAsync(
        Guid report, Guid section, Guid unit, Body body, ClaimsPrincipal user, SubmitContributionHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), new(section), new(unit), body.OnRevision), cancellationToken)).AsAnswer;
}
