using System.Security.Claims;
using Domain.Calendar;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Workflows.Starting;

namespace Web.Starting;

public static class StartReportEndpoint
{
    /// <param name="Id">The report's id, from the caller.</param>
    /// <param name="OnlyFor">To whom it is open besides those who work on it; null for what the template says.</param>
    /// <param name="Period">The time that it tells of: "2026-09", "2026-Q3", "2026-H1", "2026-9M" or "2026"; null for a report out of turn.</param>
    /// <param name="Abstract">What this period's report is called; null for the template's own words.</param>
    public sealed record Body(ReportId Id, TemplateId Template, DateOnly DueOn, [AtMost(1000)] string? Abstract = null, Audience? OnlyFor = null, [AtMost(20)] string? Period = null);

    public sealed record Started(ReportId Id, IReadOnlyDictionary<StageKey, DateOnly> StageDates, BackPlan Plan);

    public static void MapStartReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/reports", StartAsync)
        .WithTags("Starting")
        .WithSummary("Start a report from a template");

    private static async Task<Results<Created<Started>, Problem>> StartAsync(
        Body body, ClaimsPrincipal user, StartReportHandler handler, CancellationToken cancellationToken)
    {
        var period = body.Period is { } code ? ReportingPeriod.Parse(code) : null;
        if (period?.Refusal is { } noPeriod) return noPeriod.AsProblem;

        var started = await handler.HandleAsync(new(body.Id, user.PersonId, user.AgencyId, body.Template, body.Abstract, body.DueOn) { Period = period?.Value, OnlyFor = body.OnlyFor }, cancellationToken);

        return started.IsRefused
            ? started.Refusal.AsProblem
            : TypedResults.Created($"/api/reports/{body.Id.Value}", new Started(body.Id, started.Value.Report.Plan.StageDates, started.Value.Plan));
    }
}
