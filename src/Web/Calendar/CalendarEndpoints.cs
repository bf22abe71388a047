using System.Security.Claims;
using Domain.Calendar;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Workflows.Recording;
using Workflows.Starting;
using Workflows.Templates;

namespace Web.Calendar;

public static class CalendarEndpoints
{
    /// <param name="IsCovered">Whether the holidays of the year are known.</param>
    /// <param name="IsProvisional">Whether they may still change.</param>
    public sealed record Year(int Number, bool IsCovered, bool IsProvisional, IReadOnlyList<CalendarDay> Days);

    public sealed record Planned(DateOnly StartOn, IReadOnlyDictionary<StageKey, DateOnly> StageDates, int ShortBy, bool Fits);

    public static void MapCalendar(this IEndpointRouteBuilder routes)
    {
        var calendar = routes.MapGroup("/calendar").WithTags("Calendar");

        calendar.MapGet("/{year:int}", YearAsync).WithSummary("The days of a year that are off, or worked, against the rhythm of the week");
        calendar.MapGet("/plan", PlanAsync).WithSummary("The stages of a report from a template, planned back from its due date");
    }

    private static async Task<Ok<Year>> YearAsync([Within(1900, 9998)] int year, ClaimsPrincipal user, IAgencies agencies, CancellationToken cancellationToken)
    {
        var calendar = await agencies.CalendarAsync(user.AgencyId, cancellationToken);
        var first = new DateOnly(year, 1, 1);

        return TypedResults.Ok(new Year(year, calendar.Covers(first), calendar.IsProvisional(first), [.. calendar.Days.Where(day => day.On.Year == year)]));
    }

    private static async Task<Results<Ok<Planned>, Problem>> PlanAsync(
        Guid template, DateOnly dueOn, ClaimsPrincipal user, ITemplates templates, IAgencies agencies, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await templates.FindAsync(new TemplateId(template), cancellationToken) is not { } found || found.Agency != user.AgencyId) return StartingRefusals.NoSuchTemplate.AsProblem;
        if (await templates.RouteAsync(user.AgencyId, found.Route, null, cancellationToken) is not { } route) return StartingRefusals.NoSuchRoute.AsProblem;

        var today = VietnamTime.DateOf(clock.GetUtcNow());
        if (StartReportHandler.CheckDueOn(dueOn, today) is { } refusal) return refusal.AsProblem;

        var calendar = await agencies.CalendarAsync(user.AgencyId, cancellationToken);
        var plan = StartReportHandler.PlanBack(found, route, calendar, dueOn, today);

        return TypedResults.Ok(new Planned(plan.StartOn, StartReportHandler.StageDates(route, plan), plan.ShortBy, plan.Fits));
    }
}
