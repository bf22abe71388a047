using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Submitting;

namespace Web.Submitting;

public static class SubmitSectionForms
{
    public static void MapSubmitSectionForm(this IEndpointRouteBuilder routes) => routes.MapPost("/submit", SubmitAsync);

    private static async Task<IResult> SubmitAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, SubmitSectionHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), new(section), typed.Number("version")), cancellationToken);

        return FormAnswers.OnSection(report, section, Forms.Of(Act.Submit), typed, decided.Refusal);
    }
}
