using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Approving;

namespace Web.Approving;

public static class ApproveReportEndpoint
{
    public sealed record Body(DecisionId Id, int Version);

    public static void MapApproveReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/approvals", ApproveAsync)
        .WithTags("Approving")
        .WithSummary("Approve the whole report, at a stage before the signature");

    private static async Task<Results<Ok<DecidedView>, Problem>> ApproveAsync(
        Guid report, Body body, ClaimsPrincipal user, ApproveReportHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), body.Version), cancellationToken)).AsAnswer;
}
