using System.Security.Claims;
using Web.Issuing;
using Web.Layout;
using Web.SigningIn;
using Workflows.Recalling;

namespace Web.Recalling;

public static class RecallForms
{
    public const string Name = "recall";

    public static void MapRecallForm(this IEndpointRouteBuilder routes) => routes.MapPost("/recall", RecallAsync);

    private static async Task<IResult> RecallAsync(Guid report, IFormCollection form, ClaimsPrincipal user, RecallReportHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var recalled = await handler.HandleAsync(new(user.PersonId, new(report), typed.Text("text-reason")), cancellationToken);

        return FormAnswers.OnPage<IssuePage>(report, Name, typed, recalled.Refusal, Addresses.OfIssue(report));
    }
}
