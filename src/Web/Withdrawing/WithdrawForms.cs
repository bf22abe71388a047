using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Withdrawing;

namespace Web.Withdrawing;

public static class WithdrawForms
{
    public static void MapWithdrawSectionForm(this IEndpointRouteBuilder routes) => routes.MapPost("/withdraw", WithdrawSectionAsync);

    public static void MapWithdrawReportForm(this IEndpointRouteBuilder routes) => routes.MapPost("/withdraw", WithdrawReportAsync);

    private static async Task<IResult> WithdrawSectionAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, WithdrawDecisionHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), new(section)), cancellationToken);

        return FormAnswers.OnSection(report, section, Forms.Of(Act.Withdraw), typed, decided.Refusal);
    }

    private static async Task<IResult> WithdrawReportAsync(Guid report, IFormCollection form, ClaimsPrincipal user, WithdrawDecisionHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), null), cancellationToken);

        return FormAnswers.OnReport(report, Forms.Of(Act.Withdraw), typed, decided.Refusal);
    }
}
