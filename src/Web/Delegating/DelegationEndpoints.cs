using System.Security.Claims;
using Domain.People;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Delegating;
using Workflows.Recording;

namespace Web.Delegating;

public static class DelegationEndpoints
{
    /// <param name="From">Whom the other acts for; null for the caller.</param>
    /// <param name="Kinds">The kinds of work that are handed over; all of them where this is left out.</param>
    public sealed record Body(
        DelegationId Id, PersonId To, Capacity Capacity, DateTimeOffset StartsAt, DateTimeOffset EndsAt, [AtMost(1000)] string Ground, PersonId? From = null, IReadOnlyList<StageKind>? Kinds = null);

    public static void MapDelegations(this IEndpointRouteBuilder routes)
    {
        var delegations = routes.MapGroup("/delegations").WithTags("Delegating");

        delegations.MapPost("", DelegateAsync).WithSummary("Let another person do one's work, or chosen kinds of it, between two moments; what an assistant asks for waits to be confirmed");
        delegations.MapPost("/{delegation:guid}/endings", EndAsync).WithSummary("Let a delegation hold no longer").ProducesRefusals(403, 404, 409);
        delegations.MapPost("/{delegation:guid}/confirmations", ConfirmAsync).WithSummary("Confirm a delegation of one's own work that an assistant prepared").ProducesRefusals(403, 404, 409);
        delegations.MapGet("", ListAsync).WithSummary("The agency's delegations, the newest first");
    }

    private static async Task<Results<Ok<Delegation>, Problem>> DelegateAsync(
        Body body, ClaimsPrincipal user, DelegateToHandler handler, CancellationToken cancellationToken)
    {
        var made = await handler.HandleAsync(
            new(user.PersonId, user.AgencyId, new()
            {
                Id = body.Id,
                From = body.From ?? user.PersonId,
                To = body.To,
                Capacity = body.Capacity,
                Kinds = body.Kinds ?? Delegation.AllKinds,
                StartsAt = body.StartsAt.ToUniversalTime(),
                EndsAt = body.EndsAt.ToUniversalTime(),
                Ground = body.Ground,
            }, user.IsGrantedAdministrator),
            cancellationToken);

        return made.IsRefused ? made.Refusal.AsProblem : TypedResults.Ok(made.Value);
    }

    private static async Task<Results<Ok<Delegation>, Problem>> ConfirmAsync(Guid delegation, ClaimsPrincipal user, DelegateToHandler handler, CancellationToken cancellationToken)
    {
        var confirmed = await handler.ConfirmAsync(new(user.PersonId, user.AgencyId, new(delegation)), cancellationToken);

        return confirmed.IsRefused ? confirmed.Refusal.AsProblem : TypedResults.Ok(confirmed.Value);
    }

    private static async Task<Ok<PageOf<Delegation>>> ListAsync([AsParameters] PageAsked page, ClaimsPrincipal user, IRecord record, CancellationToken cancellationToken)
    {
        var roster = await record.RosterAsync(user.AgencyId, cancellationToken);
        var all = (roster?.Delegations ?? []).OrderByDescending(delegation => delegation.StartsAt).ThenBy(delegation => delegation.Id.Value).ToList();

        return TypedResults.Ok(page.Of(all));
    }

    private static async Task<Results<Ok<Delegation>, Problem>> EndAsync(Guid delegation, ClaimsPrincipal user, DelegateToHandler handler, CancellationToken cancellationToken)
    {
        var ended = await handler.EndAsync(new(user.PersonId, user.AgencyId, new(delegation), user.IsGrantedAdministrator), cancellationToken);

        return ended.IsRefused ? ended.Refusal.AsProblem : TypedResults.Ok(ended.Value);
    }
}
