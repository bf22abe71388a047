using System.Security.Claims;
using Web.Layout;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Starting;

namespace Web.Starting;

public static class StartForm
{
    public const string Name = "start";

    public static void MapStartForm(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/reports/start", StartAsync);
        routes.MapGet("/reports/start", () => TypedResults.LocalRedirect(Addresses.Board));
    }

    private static async Task<IResult> StartAsync(IFormCollection form, ClaimsPrincipal user, StartReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);

        var started = await handler.HandleAsync(
            new(new(typed.Id("report")), user.PersonId, user.AgencyId, new(typed.Id("template")), typed.Optional("abstract"), typed.Day("due") ?? default), cancellationToken);

        return started.IsRefused
            ? FormAnswers.Refused<BoardPage>([], Name, typed, started.Refusal)
            : TypedResults.LocalRedirect($"{Addresses.Of(started.Value.Report.Id)}?done={Name}");
    }
}
