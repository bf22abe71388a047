using System.Security.Claims;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Assigning;
using Workflows.Recording;

namespace Web.Extending;

public static class ExtendForms
{
    public static void MapExtendForm(this IEndpointRouteBuilder routes) => routes.MapPost("/extend", ExtendAsync);

    private static async Task<IResult> ExtendAsync(
        Guid report, Guid section, IFormCollection form, ClaimsPrincipal user, ExtendAssignmentHandler handler, IAgencies agencies, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var assignment = typed.Id("assignment");

        // Without a day it is not later, which is what the rule says then.
        var dueAt = typed.Day($"due-{assignment}") is { } day ? (await agencies.CalendarAsync(user.AgencyId, cancellationToken)).EndOf(day) : DateTimeOffset.UnixEpoch;
        var decided = await handler.HandleAsync(new(new(typed.Id("decision")), user.PersonId, new(report), new(section), new(assignment), dueAt, typed.Text("text")), cancellationToken);

        return FormAnswers.OnSection(report, section, Forms.Of(Act.Extend), typed, decided.Refusal);
    }
}
