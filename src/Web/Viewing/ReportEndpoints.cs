using System.Security.Claims;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Workflows.Deciding;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Viewing;
using ThreadState = Domain.Routes.ThreadState;

namespace Web.Viewing;

public static class ReportEndpoints
{
    /// <param name="Stage">The report's own stage; null while it waits for its sections and once it is through.</param>
    /// <param name="Version">The version of the whole that a decision on it has to name; null while it waits.</param>
    /// <param name="ReturnsTo">The report's own earlier stages that it may be returned to.</param>
    /// <param name="Restrictions">To whom it, or a section of it, is open besides those who work on it; none where the whole agency may see it.</param>
    /// <param name="SectionsReturnTo">The stages that its sections may be returned to from here.</param>
    public sealed record ReportView(
        ReportPlan Plan, ReportState State, StageKey? Stage, int? Version, IReadOnlyList<Approval> Approvals, IReadOnlyList<ThreadState> Threads, IReadOnlyList<string> Recipients,
        IReadOnlyList<SectionLine> Sections, IReadOnlyList<OpenAssignment> Assignments, IReadOnlyList<OfferView> Offers,
        IReadOnlyList<StageKey> ReturnsTo, IReadOnlyList<StageKey> SectionsReturnTo, Signature? Signature, Imprint? Imprint, Recall? Recall, Stop? Stopped, IReadOnlyList<Restriction> Restrictions);

    public static void MapReport(this IEndpointRouteBuilder routes)
    {
        var report = routes.MapGroup("").WithTags("Viewing");

        report.MapGet("", ReadAsync).WithSummary("A report: its plan, where each section is, what is open, and what the caller may do");
        report.MapGet("/picture", DrawAsync).WithSummary("The route that the report runs on, as a Mermaid state diagram").Produces<string>(StatusCodes.Status200OK, "text/plain");
    }

    private static async Task<Results<Ok<ReportView>, Problem>> ReadAsync(
        Guid report, ClaimsPrincipal user, OpenReports reports, IRecord record, IViews views, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is not { } found || await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster)
            return DeskRefusals.NoSuchReport.AsProblem;

        return TypedResults.Ok(new ReportView(
            found.Plan,
            found.State,
            found.Own.Current?.Key,
            found.Own.Text?.Number,
            found.Own.Approvals,
            found.Own.Threads,
            found.Recipients,
            found.Seen(await views.SectionsAsync(found.Id, cancellationToken)),
            found.Seen(await views.AssignmentsAsync(found.Id, cancellationToken)),
            OfferView.Of(Offers.OnReport(found, user.PersonId, roster, clock.GetUtcNow()), roster),
            [.. found.Own.ReturnTargets.Select(stage => stage.Key)],
            [.. found.SectionReturnTargets.Select(stage => stage.Key)],
            found.IsSigned ? found.Signature : null,
            found.Imprint,
            found.Recall,
            found.Stopped,
            found.Restrictions));
    }

    private static async Task<Results<ContentHttpResult, Problem>> DrawAsync(
        Guid report, ClaimsPrincipal user, OpenReports reports, CancellationToken cancellationToken) =>
        await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is { } found ? TypedResults.Text(StageMachine.Draw(found.Plan.Route)) : DeskRefusals.NoSuchReport.AsProblem;
}
