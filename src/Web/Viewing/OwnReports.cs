using Domain.Reports;
using Web.SigningIn;
using Workflows.Deciding;
using Workflows.Recording;

namespace Web.Viewing;

/// <summary>Marks doors to one report: only people of its agency find them. For everybody else the answer is the same as for a report that does not exist.</summary>
public sealed class OwnReports
{
    private static readonly OwnReports Only = new();

    public static void Guard(RouteGroupBuilder doors) => doors.WithMetadata(Only);

    /// <summary>Before anything of the request is read.</summary>
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);

        if (context.GetEndpoint()?.Metadata.GetMetadata<OwnReports>() is null || await IsOwnAsync(context)) await next(context);
        else await DeskRefusals.NoSuchReport.AsProblem.ExecuteAsync(context);
    }

    private static async Task<bool> IsOwnAsync(HttpContext context) =>
        Guid.TryParse(context.GetRouteValue("report")?.ToString(), out var id)
        && await context.RequestServices.GetRequiredService<IRecord>().ReportAsync(new ReportId(id), context.RequestAborted) is { } report
        && report.Plan.Agency == context.User.AgencyId;
}
