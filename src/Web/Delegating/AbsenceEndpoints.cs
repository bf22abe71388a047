using System.Security.Claims;
using Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Delegating;
using Workflows.Recording;

namespace Web.Delegating;

public static class AbsenceEndpoints
{
    /// <param name="Person">Who is away; null for the caller.</param>
    public sealed record Body(DateOnly FromOn, DateOnly ToOn, [AtMost(Administration.LongestName)] string Reason = "", PersonId? Person = null);

    /// <summary>The days; why somebody is away is for them and the administrator.</summary>
    public sealed record Away(AbsenceId Id, PersonId Person, DateOnly FromOn, DateOnly ToOn);

    public static void MapAbsences(this IEndpointRouteBuilder routes)
    {
        var absences = routes.MapGroup("/absences").WithTags("Delegating");

        absences.MapGet("", ListAsync).WithSummary("Who is away, and when; the latest first");
        absences.MapPut("/{absence:guid}", RecordAsync).WithSummary("Say from which day to which day somebody is away").ProducesRefusals(403, 404);
        absences.MapDelete("/{absence:guid}", TakeBackAsync).WithSummary("Take an absence back").ProducesRefusals(403, 404);
    }

    private static async Task<Ok<PageOf<Away>>> ListAsync([AsParameters] PageAsked page, ClaimsPrincipal user, IRecord record, CancellationToken cancellationToken)
    {
        var roster = await record.RosterAsync(user.AgencyId, cancellationToken);

        return TypedResults.Ok(page.Of<Away>([.. (roster?.Absences ?? []).OrderByDescending(absence => absence.FromOn).Select(Shown)]));
    }

    private static async Task<Results<Ok<Away>, Problem>> RecordAsync(Guid absence, Body body, ClaimsPrincipal user, RecordAbsenceHandler handler, CancellationToken cancellationToken)
    {
        var recorded = await handler.HandleAsync(
            new(user.PersonId, user.AgencyId, new(new(absence), body.Person ?? user.PersonId, body.FromOn, body.ToOn, body.Reason), user.IsGrantedAdministrator), cancellationToken);

        return recorded.IsRefused ? recorded.Refusal.AsProblem : TypedResults.Ok(Shown(recorded.Value));
    }

    private static async Task<Results<NoContent, Problem>> TakeBackAsync(Guid absence, ClaimsPrincipal user, RecordAbsenceHandler handler, CancellationToken cancellationToken)
    {
        var taken = await handler.TakeBackAsync(new(user.PersonId, user.AgencyId, new(absence), user.IsGrantedAdministrator), cancellationToken);

        return taken.IsRefused ? taken.Refusal.AsProblem : TypedResults.NoContent();
    }

    private static Away Shown(Absence absence) => new(absence.Id, absence.Person, absence.FromOn, absence.ToOn);
}
