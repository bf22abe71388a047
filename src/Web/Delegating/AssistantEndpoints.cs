using System.Security.Claims;
using Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Delegating;
using Workflows.Recording;
using Workflows.Viewing;

namespace Web.Delegating;

public static class AssistantEndpoints
{
    public static void MapAssistants(this IEndpointRouteBuilder routes)
    {
        var person = routes.MapGroup("/people/{person:guid}").WithTags("Delegating");

        person.MapPut("/assistants/{assistant:guid}", NameAsync).WithSummary("Let somebody assist a person: set their absences, see what waits for them, prepare, and decide nothing").ProducesRefusals(403, 404);
        person.MapDelete("/assistants/{assistant:guid}", LetGoAsync).WithSummary("Let somebody assist a person no longer").ProducesRefusals(403, 404);
        person.MapGet("/work", WorkAsync).WithSummary("What waits for a person whom the caller assists, as far as the caller may see it").ProducesRefusals(403, 404);
    }

    private static async Task<Results<Ok<Person>, Problem>> NameAsync(Guid person, Guid assistant, ClaimsPrincipal user, NameAssistantHandler handler, CancellationToken cancellationToken)
    {
        var named = await handler.HandleAsync(new(user.PersonId, user.AgencyId, new(person), new(assistant), user.IsGrantedAdministrator), cancellationToken);

        return named.IsRefused ? named.Refusal.AsProblem : TypedResults.Ok(named.Value);
    }

    private static async Task<Results<NoContent, Problem>> LetGoAsync(Guid person, Guid assistant, ClaimsPrincipal user, NameAssistantHandler handler, CancellationToken cancellationToken)
    {
        var left = await handler.LetGoAsync(new(user.PersonId, user.AgencyId, new(person), new(assistant), user.IsGrantedAdministrator), cancellationToken);

        return left.IsRefused ? left.Refusal.AsProblem : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<PageOf<WorkView>>, Problem>> WorkAsync(
        Guid person, [AsParameters] PageAsked page, ClaimsPrincipal user, IRecord record, IViews views, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster || roster.Find(new PersonId(person)) is not { } leader) return AdministrationRefusals.NoSuchPerson.AsProblem;
        if (Permissions.MaySeeWorkOf(user.PersonId, leader.Id, roster) is { } refusal) return refusal.AsProblem;

        return TypedResults.Ok((await views.WorkAsync(user.AgencyId, leader.Id, user.PersonId, clock.GetUtcNow(), page.AsPaging, cancellationToken)).AsView);
    }
}
