using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Stopping;

namespace Web.Stopping;

public static class StopForms
{
    public static void MapStopForm(this IEndpointRouteBuilder routes) => routes.MapPost("/stop", StopAsync);

    private static async Task<IResult> StopAsync(Guid report, IFormCollection form, ClaimsPrincipal user, StopReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), typed.Text("text-stop")), cancellationToken);

        return FormAnswers.OnReport(report, Forms.Of(Act.Stop), typed, decided.Refusal);
    }
}
