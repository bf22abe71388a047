using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Assigning;

namespace Web.Reassigning;

public static class ReassignForms
{
    public static void MapReassignForm(this IEndpointRouteBuilder routes) => routes.MapPost("/reassign", ReassignAsync);

    private static async Task<IResult> ReassignAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, ReassignAssignmentHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var assignment = typed.Id("assignment");
        var decided = await handler.HandleAsync(
            new(new(typed.Id("decision")), user.PersonId, new(report), new(section), new(assignment), new(typed.OptionalId($"to-{assignment}") ?? Guid.Empty), typed.Text("text")), cancellationToken);

        return FormAnswers.OnSection(report, section, Forms.Of(Act.Reassign), typed, decided.Refusal);
    }
}
