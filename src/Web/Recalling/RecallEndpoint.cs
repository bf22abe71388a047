using System.Security.Claims;
using Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Workflows.Recalling;

namespace Web.Recalling;

public static class RecallEndpoint
{
    /// <param name="Reason">Why, and by what order.</param>
    public sealed record Body([AtMost(Recall.LongestReason)] string Reason);

    public static void MapRecall(this IEndpointRouteBuilder routes) => routes
        .MapPut("/recall", RecallAsync)
        .WithTags("Issuing")
        .WithSummary("Enter that the issued document is recalled; its number stays in the register, marked, and is not given again");

    private static async Task<Results<NoContent, Problem>> RecallAsync(Guid report, Body body, ClaimsPrincipal user, RecallReportHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(user.PersonId, new(report), body.Reason), cancellationToken)).Refusal is { } refusal
            ? refusal.AsProblem
            : TypedResults.NoContent();
}
