using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Consolidating;

namespace Web.Consolidating;

public static class AmendForms
{
    public static void MapAmendForm(this IEndpointRouteBuilder routes) => routes.MapPost("/amend", AmendAsync);

    private static async Task<IResult> AmendAsync(Guid report, IFormCollection form, ClaimsPrincipal user, AmendReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var recipients = typed.Text("text").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), recipients), cancellationToken);

        return FormAnswers.OnReport(report, Forms.Of(Act.Amend), typed, decided.Refusal);
    }
}
