using System.Security.Claims;
using Domain.Reports;
using Domain.Routes;
using Web.Layout;
using Web.SigningIn;
using Workflows.Assigning;
using Workflows.Recording;

namespace Web.Assigning;

public static class AssignmentForms
{
    public static string NameOf(Act act, AssignmentId assignment) => $"{Forms.Of(act)}:{assignment.Value}";

    public static void MapAssignmentForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/assignments/{assignment:guid}/reassign", ReassignAsync);
        routes.MapPost("/assignments/{assignment:guid}/extend", ExtendAsync);
        routes.MapGet("/assignments/{assignment:guid}/{form:alpha}", (Guid report, Guid section) => TypedResults.LocalRedirect(Addresses.Of(report, section)));
    }

    private static async Task<IResult> ReassignAsync(
        Guid report, Guid section, Guid assignment, IFormCollection form, ClaimsPrincipal user, ReassignAssignmentHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var decided = await handler.HandleAsync(
            new(new(typed.Id("decision")), user.PersonId, new(report), new SectionId(section), new(assignment), new(typed.Id("to")), typed.Text("text")), cancellationToken);

        return FormAnswers.OnSection(report, section, NameOf(Act.Reassign, new(assignment)), typed, decided.Refusal);
    }

    private static async Task<IResult> ExtendAsync(
        Guid report, Guid section, Guid assignment, IFormCollection form, ClaimsPrincipal user, ExtendAssignmentHandler handler, IAgencies agencies, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);

        if (typed.NoDay("day") is { } wrong) return FormAnswers.OnSection(report, section, NameOf(Act.Extend, new(assignment)), typed, wrong);

        // Without a day the rule says that the new due time must be later.
        var dueAt = typed.Day("day") is { } day ? (await agencies.CalendarAsync(user.AgencyId, cancellationToken)).EndOf(day) : DateTimeOffset.MinValue;
        var decided = await handler.HandleAsync(
            new(new(typed.Id("decision")), user.PersonId, new(report), new SectionId(section), new(assignment), dueAt, typed.Text("text")), cancellationToken);

        return FormAnswers.OnSection(report, section, NameOf(Act.Extend, new(assignment)), typed, decided.Refusal);
    }
}
