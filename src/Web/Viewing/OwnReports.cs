using Domain.Reports;
using Web.SigningIn;
using Workflows.Deciding;
using Workflows.Recording;

namespace Web.Viewing;

public static class OwnReports
{
    /// <summary>For everybody else's reports the answer is the same as for one that does not exist.</summary>
    public static RouteGroupBuilder OfOwnAgency(this RouteGroupBuilder group) => group.AddEndpointFilter(async (call, next) =>
    {
        var http = call.HttpContext;
        var asked = Guid.TryParse(http.GetRouteValue("report")?.ToString(), out var id) ? id : Guid.Empty;
        var report = await http.RequestServices.GetRequiredService<IRecord>().ReportAsync(new ReportId(asked), http.RequestAborted);

        return report?.Plan.Agency == http.User.AgencyId ? await next(call) : DeskRefusals.NoSuchReport.AsProblem;
    });
}
