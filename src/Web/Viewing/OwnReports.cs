using Domain.Reports;
using Web.SigningIn;
using Workflows.Deciding;
using Workflows.Viewing;

namespace Web.Viewing;

/// <summary>
/// Stands before every door that names a report in its address, on the API and on pages: what somebody may not see answers like what does not exist,
/// and before anything else of the request is read. A door that is added tomorrow is guarded without a word.
/// </summary>
public static class OwnReports
{
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);

        if (context.GetEndpoint() is null || !context.Request.RouteValues.TryGetValue("report", out var report)) await next(context);
        else if (await FindAsync(context, report) is not { } found) await RefuseAsync(context, DeskRefusals.NoSuchReport.AsProblem);
        else if (context.Request.RouteValues.TryGetValue("section", out var section) && !IsOpen(found, section)) await RefuseAsync(context, DeskRefusals.NoSuchSection.AsProblem);
        else await next(context);
    }

    private static async Task<Report?> FindAsync(HttpContext context, object? report) =>
        Guid.TryParse(report?.ToString(), out var id) && context.User.Identity?.IsAuthenticated is true
            ? await context.RequestServices.GetRequiredService<OpenReports>().FindAsync(new(id), context.User.AgencyId, context.User.PersonId, context.RequestAborted)
            : null;

    private static bool IsOpen(Report report, object? section) =>
        Guid.TryParse(section?.ToString(), out var id) && report.Plan.Find(new(id)) is { IsWithheld: false };

    /// <summary>On the API with a problem; on pages the status alone, which gets its page on the way out.</summary>
    private static Task RefuseAsync(HttpContext context, Problem problem)
    {
        if (context.Request.Path.StartsWithSegments("/api")) return problem.ExecuteAsync(context);

        context.Response.StatusCode = StatusCodes.Status404NotFound;

        return Task.CompletedTask;
    }
}
