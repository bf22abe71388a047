using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Approving;

namespace Web.Approving;

public static class ApproveForms
{
    public static void MapApproveSectionForm(this IEndpointRouteBuilder routes) => routes.MapPost("/approve", ApproveSectionAsync);

    public static void MapApproveReportForm(this IEndpointRouteBuilder routes) => routes.MapPost("/approve", ApproveReportAsync);

    private static async Task<IResult> ApproveSectionAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, ApproveSectionHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), new(section), typed.Number("version")), cancellationToken);

        return FormAnswers.OnSection(report, section, Forms.Of(Act.Approve), typed, decided.Refusal);
    }

    private static async Task<IResult> ApproveReportAsync(Guid report, IFormCollection form, ClaimsPrincipal user, ApproveReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), typed.Number("version")), cancellationToken);

        return FormAnswers.OnReport(report, Forms.Of(Act.Approve), typed, decided.Refusal);
    }
}
