using System.Security.Claims;
using Domain;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Issuing;

namespace Web.Issuing;

public static class IssueForms
{
    public static void MapIssueForm(this IEndpointRouteBuilder routes) => routes.MapPost("/issue", IssueAsync);

    private static async Task<IResult> IssueAsync(Guid report, IFormCollection form, ClaimsPrincipal user, IssueReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        if (typed.NoDay("on") is { } wrong) return Answer(report, typed, wrong);
        if (typed.Day("on") is not { } on) return Answer(report, typed, IssuingFormRefusals.WithoutDay);

        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), typed.Number("version"), on), cancellationToken);

        return Answer(report, typed, decided.Refusal);
    }

    private static IResult Answer(Guid report, Typed typed, Refusal? refusal) => FormAnswers.OnPage<IssuePage>(report, Forms.Of(Act.Issue), typed, refusal, Addresses.OfIssue(report));
}

public static class IssuingFormRefusals
{
    public static Refusal WithoutDay { get; } = new(RefusalKind.Invalid, "without-day",
        new("Hãy ghi ngày ban hành.", "State the day of issue."));
}
