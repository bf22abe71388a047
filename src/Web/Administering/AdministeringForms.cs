using System.Security.Claims;
using Domain;
using Domain.Calendar;
using Domain.People;
using Microsoft.AspNetCore.Components;
using Web.Layout;
using Web.SigningIn;
using Workflows.Administering;

namespace Web.Administering;

/// <summary>Where the forms of units, fields, days and the agency's facts are sent.</summary>
public static class AdministeringForms
{
    public const string Unit = "keep-unit";
    public const string UnitState = "unit-state";
    public const string Field = "keep-field";
    public const string Facts = "keep-agency";
    public const string Day = "keep-day";
    public const string DayBack = "day-back";

    public static void MapAdministeringForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/units/keep", KeepUnitAsync);
        routes.MapPost("/units/close", CloseUnitAsync);
        routes.MapPost("/units/reopen", ReopenUnitAsync);
        routes.MapPost("/fields/keep", KeepFieldAsync);
        routes.MapPost("/agency", KeepFactsAsync);
        routes.MapPost("/calendar/keep", KeepDayAsync);
        routes.MapPost("/calendar/take-back", TakeDayBackAsync);

        // A refused form's page has its door's address; whoever loads that again is led to the page.
        foreach (var page in (string[])["/units", "/fields", "/calendar"]) routes.MapGet($"{page}/{{form:regex(^[a-z-]+$)}}", () => TypedResults.LocalRedirect(page));
    }

    internal static IResult Answer<TPage>(string form, Typed typed, Refusal? refusal, string address, Dictionary<string, object?>? parameters = null)
        where TPage : IComponent => refusal is null
        ? TypedResults.LocalRedirect(FormAnswers.Done(address, form))
        : FormAnswers.Refused<TPage>(parameters ?? [], form, typed, refusal);

    internal static Administrator Administrator(ClaimsPrincipal user) => new(user.PersonId, user.AgencyId, user.IsGrantedAdministrator);

    private static async Task<IResult> KeepUnitAsync(IFormCollection form, ClaimsPrincipal user, UnitsHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var unit = new Unit(new(typed.Id("unit")), typed.Text("name"), typed.Text("abbreviation"), typed.OptionalId("parent") is { } parent ? new UnitId(parent) : null);
        var kept = await handler.KeepAsync(Administrator(user), unit, typed.Text("seen"), cancellationToken);

        return Answer<UnitsPage>(Unit, typed, kept.Refusal, "/units");
    }

    private static async Task<IResult> CloseUnitAsync(IFormCollection form, ClaimsPrincipal user, UnitsHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);

        return Answer<UnitsPage>(UnitState, typed, (await handler.CloseAsync(Administrator(user), new(typed.Id("unit")), cancellationToken)).Refusal, "/units");
    }

    private static async Task<IResult> ReopenUnitAsync(IFormCollection form, ClaimsPrincipal user, UnitsHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);

        return Answer<UnitsPage>(UnitState, typed, (await handler.ReopenAsync(Administrator(user), new(typed.Id("unit")), cancellationToken)).Refusal, "/units");
    }

    private static async Task<IResult> KeepFieldAsync(IFormCollection form, ClaimsPrincipal user, AgencyHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var field = new Field(new(typed.Id("field")), typed.Text("name"), typed.OptionalId("person") is { } person ? new PersonId(person) : null);
        var kept = await handler.KeepAsync(Administrator(user), field, typed.Text("seen"), cancellationToken);

        return Answer<FieldsPage>(Field, typed, kept.Refusal, "/fields");
    }

    private static async Task<IResult> KeepFactsAsync(IFormCollection form, ClaimsPrincipal user, AgencyHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var agency = new Agency
        {
            Id = user.AgencyId,
            Name = typed.Text("name"),
            NameLines = typed.Text("lines").Split('\n'),
            Superior = typed.Text("superior").Split('\n'),
            Place = typed.Text("place"),
            Abbreviation = typed.Text("abbreviation"),
            Collective = typed.Optional("collective"),
            SharedSeries = typed.Optional("series"),
        };
        var kept = await handler.KeepAsync(Administrator(user), agency, typed.Text("seen"), cancellationToken);

        return Answer<AgencyPage>(Facts, typed, kept.Refusal, "/agency");
    }

    private static async Task<IResult> KeepDayAsync(IFormCollection form, ClaimsPrincipal user, AgencyHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var kind = Enum.TryParse<DayKind>(typed.Text("kind"), out var known) && Enum.IsDefined(known) ? known : DayKind.Local;
        var (on, worked) = (typed.Day("on"), kind == DayKind.Swapped ? typed.Day("worked") : null);
        var refusal = typed.NoDay("on", "worked") ?? (on is { } day
            ? (await handler.KeepAsync(Administrator(user), new CalendarDay(day, kind, typed.Text("notice")), worked, cancellationToken)).Refusal
            : AdministrationRefusals.DayYear);

        return Answer<CalendarPage>(Day, typed, refusal, on is { } shown ? $"/calendar?year={shown.Year}" : "/calendar");
    }

    private static async Task<IResult> TakeDayBackAsync(IFormCollection form, ClaimsPrincipal user, AgencyHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var on = typed.Day("day") ?? default;

        return Answer<CalendarPage>(DayBack, typed, (await handler.TakeDayBackAsync(Administrator(user), on, cancellationToken)).Refusal, $"/calendar?year={on.Year}");
    }
}
