using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Issuing;

namespace Web.Issuing;

public static class IssueReportEndpoint
{
    public sealed record Body(DecisionId Id, int Version, DateOnly? On = null);

    public static void MapIssueReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/issues", IssueAsync)
        .WithTags("Issuing")
        .WithSummary("Take the next number and the day, and complete the document");

    private static async Task<Results<Ok<DecidedView>, Problem>> IssueAsync(
        Guid report, Body body, ClaimsPrincipal user, IssueReportHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), body.Version, body.On), cancellationToken)).AsAnswer;
}
