using System.Security.Claims;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Withdrawing;

namespace Web.Withdrawing;

public static class WithdrawEndpoint
{
    public sealed record Body(DecisionId Id);

    /// <summary>The same door stands at a section and at the report itself.</summary>
    public static void MapWithdraw(this IEndpointRouteBuilder routes) => routes
        .MapPost("/withdrawals", WithdrawAsync)
        .WithTags("Withdrawing")
        .WithSummary("Take back what was submitted, approved or signed, while the next stage has not acted");

    private static async Task<Results<Ok<DecidedView>, Problem>> WithdrawAsync(
        Guid report, Place place, Body body, ClaimsPrincipal user, WithdrawDecisionHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new(body.Id, user.PersonId, new(report), place.Section), cancellationToken)).AsAnswer;
}
