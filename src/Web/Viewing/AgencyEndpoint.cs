using System.Security.Claims;
using Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Workflows.Recording;

namespace Web.Viewing;

public static class AgencyEndpoint
{
    public sealed record Directory(Agency Agency, IReadOnlyList<Unit> Units, IReadOnlyList<Person> People, IReadOnlyList<Field> Fields);

    public static void MapAgency(this IEndpointRouteBuilder routes) => routes
        .MapGet("/agency", ReadAsync)
        .WithTags("Viewing")
        .WithSummary("The caller's agency: its units, people and fields");

    private static async Task<Results<Ok<Directory>, Problem>> ReadAsync(ClaimsPrincipal user, IRecord record, CancellationToken cancellationToken) =>
        await record.RosterAsync(user.AgencyId, cancellationToken) is { } roster
            ? TypedResults.Ok(new Directory(
                roster.Agency,
                [.. roster.Units.OrderBy(unit => unit.Name, StringComparer.CurrentCulture)],
                [.. roster.People.OrderBy(person => person.Name, StringComparer.CurrentCulture)],
                [.. roster.Fields.OrderBy(field => field.Name, StringComparer.CurrentCulture)]))
            : SigningInRefusals.Inactive.AsProblem;
}
