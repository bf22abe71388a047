using System.Security.Claims;
using Domain.Calendar;
using Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Workflows.Recording;

namespace Web.Viewing;

public static class MeEndpoint
{
    /// <param name="ActsFor">Those of whose work the caller may do some today; what of it, the delegations say.</param>
    /// <param name="Assists">Those whom the caller assists.</param>
    public sealed record Me(Person Person, Agency Agency, IReadOnlyList<Unit> Units, IReadOnlyList<Delegation> Given, IReadOnlyList<Delegation> Received, IReadOnlyList<Named> ActsFor, IReadOnlyList<Named> Assists, bool MayStart, DateOnly Today);

    public static void MapMe(this IEndpointRouteBuilder routes) => routes
        .MapGet("/me", ReadAsync)
        .WithTags("Viewing")
        .WithSummary("The caller: who, where, and for whom they act");

    private static async Task<Results<Ok<Me>, Problem>> ReadAsync(ClaimsPrincipal user, IRecord record, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster || roster.Find(user.PersonId) is not { } person) return SigningInRefusals.Inactive.AsProblem;

        var at = clock.GetUtcNow();
        var units = person.Positions.Select(position => roster.Find(position.Unit)).OfType<Unit>().Distinct();
        var actsFor = roster.Received(person.Id, at).Select(delegation => delegation.From).Distinct().Select(principal => new Named(principal, roster.Find(principal)?.Name ?? ""));

        return TypedResults.Ok(new Me(
            person,
            roster.Agency,
            [.. units],
            [.. roster.Delegations.Where(delegation => delegation.From == person.Id && delegation.EndsAt > at)],
            [.. roster.Delegations.Where(delegation => delegation.To == person.Id && delegation.PreparedBy is null && delegation.EndsAt > at)],
            [.. actsFor],
            [.. roster.LeadersOf(person.Id).Select(leader => new Named(leader.Id, leader.Name))],
            Permissions.MayStart(person.Id, roster) is null,
            VietnamTime.DateOf(at)));
    }
}
