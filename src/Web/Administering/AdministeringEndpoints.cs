using System.Security.Claims;
using Domain;
using Domain.Calendar;
using Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Administering;
using Workflows.Recording;
using Workflows.Viewing;

namespace Web.Administering;

/// <summary>What the pages of administration can do, for programs.</summary>
public static class AdministeringEndpoints
{
    public sealed record UnitBody([AtMost(Administration.LongestName)] string Name, [AtMost(Administration.LongestName)] string Abbreviation, UnitId? Parent = null);

    public sealed record PersonBody([AtMost(Administration.LongestName)] string Name, [AtMost(Administration.LongestName)] string Email, [Few] IReadOnlyList<Position> Positions);

    public sealed record FieldBody([AtMost(Administration.LongestName)] string Name, PersonId? InCharge = null);

    public sealed record AgencyBody(
        [AtMost(Administration.LongestName)] string Name, [Few] IReadOnlyList<string> NameLines, [AtMost(Administration.LongestName)] string Place, [AtMost(Administration.LongestName)] string Abbreviation,
        [Few] IReadOnlyList<string>? Superior = null, [AtMost(Administration.LongestName)] string? Collective = null, [AtMost(Administration.LongestName)] string? SharedSeries = null);

    /// <param name="WorkedOn">The day on which a day off is worked in exchange.</param>
    public sealed record DayBody(DayKind Kind, [AtMost(Administration.LongestName)] string Notice, DateOnly? WorkedOn = null);

    public sealed record PeopleAsked
    {
        /// <summary>Parts of a name or an address, with diacritics or without.</summary>
        [FromQuery(Name = "q"), AtMost(Administration.LongestName)]
        public string? Words { get; init; }

        [FromQuery(Name = "unit")]
        public Guid? Unit { get; init; }

        [FromQuery(Name = "gone")]
        public bool? Gone { get; init; }
    }

    /// <param name="Link">The address on this server at which the person sets their password, once. It is told this once.</param>
    public sealed record Invitation(string Link, DateTimeOffset ExpiresAt);

    public static void MapAdministering(this IEndpointRouteBuilder routes)
    {
        var agency = routes.MapGroup("/agency").WithTags("Administering");
        agency.MapPut("", KeepAgencyAsync).WithSummary("Change the agency's own facts, as If-Match saw them").ProducesRefusals(403, 412, 428);
        agency.MapGet("/trail", TrailAsync).WithSummary("What administrators changed, the newest first").ProducesRefusals(403);

        var units = routes.MapGroup("/units").WithTags("Administering");
        units.MapGet("/{unit:guid}", ReadUnitAsync).WithSummary("A unit; its ETag is what a change names").ProducesRefusals(404);
        units.MapPut("/{unit:guid}", KeepUnitAsync).WithSummary("Add a unit (If-Match: \"0\"), or rename or move it").ProducesRefusals(403, 409, 412, 428);
        units.MapPost("/{unit:guid}/closures", CloseUnitAsync).WithSummary("Close a unit that nobody works in and nothing waits for").ProducesRefusals(403, 404, 409);
        units.MapPost("/{unit:guid}/openings", ReopenUnitAsync).WithSummary("Reopen a closed unit").ProducesRefusals(403, 404, 409);

        var people = routes.MapGroup("/people").WithTags("Administering");
        people.MapGet("", ListPeopleAsync).WithSummary("The agency's people by given name, found with diacritics or without");
        people.MapGet("/{person:guid}", ReadPersonAsync).WithSummary("A person; their ETag is what a change names").ProducesRefusals(404);
        people.MapPut("/{person:guid}", KeepPersonAsync).WithSummary("Add a person (If-Match: \"0\"), or change their name, address and positions").ProducesRefusals(403, 409, 412, 428);
        people.MapPost("/{person:guid}/departures", DeactivateAsync).WithSummary("Let a person leave for whom nothing waits").ProducesRefusals(403, 404, 409);
        people.MapPost("/{person:guid}/arrivals", ReactivateAsync).WithSummary("Take a person back who had left").ProducesRefusals(403, 404, 409);
        people.MapPost("/{person:guid}/invitations", InviteAsync).WithSummary("Make a link by which the person sets their password, once").ProducesRefusals(403, 404);

        var fields = routes.MapGroup("/fields").WithTags("Administering");
        fields.MapGet("/{field:guid}", ReadFieldAsync).WithSummary("A field; its ETag is what a change names").ProducesRefusals(404);
        fields.MapPut("/{field:guid}", KeepFieldAsync).WithSummary("Add a field (If-Match: \"0\"), rename it, or put a leader in charge").ProducesRefusals(403, 409, 412, 428);

        var days = routes.MapGroup("/calendar/days").WithTags("Administering");
        days.MapPut("/{on}", KeepDayAsync).WithSummary("Let a day be off, or worked, against the rhythm of the week").ProducesRefusals(403);
        days.MapDelete("/{on}", TakeDayBackAsync).WithSummary("Let a day be again what the week and the official days make of it").ProducesRefusals(403, 409);
    }

    private static async Task<Results<Ok<Agency>, Problem>> KeepAgencyAsync(
        [FromHeader(Name = "If-Match")] string? ifMatch, AgencyBody body, ClaimsPrincipal user, HttpResponse response, AgencyHandler handler, IRecord record, CancellationToken cancellationToken)
    {
        if (Revisions.ReadTag(ifMatch) is not { } seen) return Revisions.NotGiven;

        var agency = new Agency
        {
            Id = user.AgencyId,
            Name = body.Name,
            NameLines = body.NameLines,
            Superior = body.Superior ?? [],
            Place = body.Place,
            Abbreviation = body.Abbreviation,
            Collective = body.Collective,
            SharedSeries = body.SharedSeries,
        };
        var kept = await handler.KeepAsync(AdministeringForms.Administrator(user), agency, seen, cancellationToken);

        return await AnswerAsync(kept, roster => roster.Agency, user, response, record, cancellationToken);
    }

    private static async Task<Results<Ok<PageOf<AgencyEntry>>, Problem>> TrailAsync(
        [AsParameters] PageAsked page, ClaimsPrincipal user, IViews views, IRecord record, CancellationToken cancellationToken) =>
        await record.RosterAsync(user.AgencyId, cancellationToken) is { } roster && Permissions.MayAdminister(user.PersonId, roster, user.IsGrantedAdministrator) is { } refusal
            ? refusal.AsProblem
            : TypedResults.Ok((await views.AgencyTrailAsync(user.AgencyId, page.AsPaging, cancellationToken)).AsView);

    private static Task<Results<Ok<Unit>, Problem>> ReadUnitAsync(Guid unit, ClaimsPrincipal user, HttpResponse response, IRecord record, CancellationToken cancellationToken) =>
        ReadAsync(roster => roster.Find(new UnitId(unit)), AdministrationRefusals.NoSuchUnit, user, response, record, cancellationToken);

    private static async Task<Results<Ok<Unit>, Problem>> KeepUnitAsync(
        Guid unit, [FromHeader(Name = "If-Match")] string? ifMatch, UnitBody body, ClaimsPrincipal user, HttpResponse response, UnitsHandler handler, IRecord record, CancellationToken cancellationToken)
    {
        if (Revisions.ReadTag(ifMatch) is not { } seen) return Revisions.NotGiven;

        var kept = await handler.KeepAsync(AdministeringForms.Administrator(user), new(new(unit), body.Name, body.Abbreviation, body.Parent), seen, cancellationToken);

        return await AnswerAsync(kept, roster => roster.Find(new UnitId(unit)), user, response, record, cancellationToken);
    }

    private static async Task<Results<Ok<Unit>, Problem>> CloseUnitAsync(Guid unit, ClaimsPrincipal user, HttpResponse response, UnitsHandler handler, IRecord record, CancellationToken cancellationToken) =>
        await AnswerAsync(await handler.CloseAsync(AdministeringForms.Administrator(user), new(unit), cancellationToken), roster => roster.Find(new UnitId(unit)), user, response, record, cancellationToken);

    private static async Task<Results<Ok<Unit>, Problem>> ReopenUnitAsync(Guid unit, ClaimsPrincipal user, HttpResponse response, UnitsHandler handler, IRecord record, CancellationToken cancellationToken) =>
        await AnswerAsync(await handler.ReopenAsync(AdministeringForms.Administrator(user), new(unit), cancellationToken), roster => roster.Find(new UnitId(unit)), user, response, record, cancellationToken);

    private static async Task<Results<Ok<PageOf<Person>>, Problem>> ListPeopleAsync(
        [AsParameters] PeopleAsked asked, [AsParameters] PageAsked page, ClaimsPrincipal user, IRecord record, CancellationToken cancellationToken) =>
        await record.RosterAsync(user.AgencyId, cancellationToken) is { } roster
            ? TypedResults.Ok(page.Of(PeopleList.Find(roster, asked.Words, asked.Unit is { } unit ? new(unit) : null, asked.Gone is true)))
            : SigningInRefusals.Inactive.AsProblem;

    private static Task<Results<Ok<Person>, Problem>> ReadPersonAsync(Guid person, ClaimsPrincipal user, HttpResponse response, IRecord record, CancellationToken cancellationToken) =>
        ReadAsync(roster => roster.Find(new PersonId(person)), AdministrationRefusals.NoSuchPerson, user, response, record, cancellationToken);

    private static async Task<Results<Ok<Person>, Problem>> KeepPersonAsync(
        Guid person, [FromHeader(Name = "If-Match")] string? ifMatch, PersonBody body, ClaimsPrincipal user, HttpResponse response, KeepPerson keep, IRecord record, CancellationToken cancellationToken)
    {
        if (Revisions.ReadTag(ifMatch) is not { } seen) return Revisions.NotGiven;

        var kept = await keep.HandleAsync(AdministeringForms.Administrator(user), new() { Id = new(person), Name = body.Name, Email = body.Email, Positions = body.Positions }, seen, cancellationToken);

        return await AnswerAsync(kept, roster => roster.Find(new PersonId(person)), user, response, record, cancellationToken);
    }

    private static async Task<Results<Ok<Person>, Problem>> DeactivateAsync(
        Guid person, ClaimsPrincipal user, HttpResponse response, PeopleHandler handler, IRecord record, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await handler.DeactivateAsync(AdministeringForms.Administrator(user), new(person), cancellationToken), roster => roster.Find(new PersonId(person)), user, response, record, cancellationToken);

    private static async Task<Results<Ok<Person>, Problem>> ReactivateAsync(
        Guid person, ClaimsPrincipal user, HttpResponse response, PeopleHandler handler, IRecord record, CancellationToken cancellationToken) =>
        await AnswerAsync(
            await handler.ReactivateAsync(AdministeringForms.Administrator(user), new(person), cancellationToken), roster => roster.Find(new PersonId(person)), user, response, record, cancellationToken);

    private static async Task<Results<Ok<Invitation>, Problem>> InviteAsync(Guid person, ClaimsPrincipal user, InvitePerson invite, CancellationToken cancellationToken)
    {
        var invited = await invite.HandleAsync(AdministeringForms.Administrator(user), new(person), cancellationToken);

        return invited.IsRefused ? invited.Refusal.AsProblem : TypedResults.Ok(new Invitation(invited.Value.Path, invited.Value.ExpiresAt));
    }

    private static Task<Results<Ok<Field>, Problem>> ReadFieldAsync(Guid field, ClaimsPrincipal user, HttpResponse response, IRecord record, CancellationToken cancellationToken) =>
        ReadAsync(roster => roster.Find(new FieldId(field)), AdministrationRefusals.NoSuchField, user, response, record, cancellationToken);

    private static async Task<Results<Ok<Field>, Problem>> KeepFieldAsync(
        Guid field, [FromHeader(Name = "If-Match")] string? ifMatch, FieldBody body, ClaimsPrincipal user, HttpResponse response, AgencyHandler handler, IRecord record, CancellationToken cancellationToken)
    {
        if (Revisions.ReadTag(ifMatch) is not { } seen) return Revisions.NotGiven;

        var kept = await handler.KeepAsync(AdministeringForms.Administrator(user), new Field(new(field), body.Name, body.InCharge), seen, cancellationToken);

        return await AnswerAsync(kept, roster => roster.Find(new FieldId(field)), user, response, record, cancellationToken);
    }

    private static async Task<Results<NoContent, Problem>> KeepDayAsync(DateOnly on, DayBody body, ClaimsPrincipal user, AgencyHandler handler, CancellationToken cancellationToken)
    {
        var kept = await handler.KeepAsync(AdministeringForms.Administrator(user), new CalendarDay(on, body.Kind, body.Notice), body.WorkedOn, cancellationToken);

        return kept.IsRefused ? kept.Refusal.AsProblem : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Problem>> TakeDayBackAsync(DateOnly on, ClaimsPrincipal user, AgencyHandler handler, CancellationToken cancellationToken)
    {
        var taken = await handler.TakeDayBackAsync(AdministeringForms.Administrator(user), on, cancellationToken);

        return taken.IsRefused ? taken.Refusal.AsProblem : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<T>, Problem>> ReadAsync<T>(
        Func<Roster, T?> find, Refusal missing, ClaimsPrincipal user, HttpResponse response, IRecord record, CancellationToken cancellationToken)
        where T : class
    {
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster || find(roster) is not { } found) return missing.AsProblem;

        response.Headers.ETag = $"\"{Fingerprint.Of(found)}\"";

        return TypedResults.Ok(found);
    }

    /// <summary>The thing as it is now. Whoever changed what somebody else had changed is shown that, too.</summary>
    private static async Task<Results<Ok<T>, Problem>> AnswerAsync<T>(
        Outcome<AgencyChange> outcome, Func<Roster, T?> find, ClaimsPrincipal user, HttpResponse response, IRecord record, CancellationToken cancellationToken)
        where T : class
    {
        var now = await record.RosterAsync(user.AgencyId, cancellationToken) is { } roster ? find(roster) : null;

        if (outcome.IsRefused) return outcome.Refusal == AdministrationRefusals.ChangedMeanwhile && now is not null ? Revisions.Missed(outcome.Refusal, now) : outcome.Refusal.AsProblem;
        if (now is null) throw new InvalidOperationException("What was just kept is not there.");

        response.Headers.ETag = $"\"{Fingerprint.Of(now)}\"";

        return TypedResults.Ok(now);
    }
}
