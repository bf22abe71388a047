using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Returning;

namespace Web.Returning;

public static class ReturnReportEndpoint
{
    /// <param name="Targets">Either sections with the stage that each goes back to, or one earlier stage of the report.</param>
    public sealed record Body(DecisionId Id, int Version, [Few] IReadOnlyList<TargetBody> Targets, [Few] IReadOnlyList<RemarkBody> Remarks);

    /// <param name="Section">Null where the report itself goes back.</param>
    /// <param name="Units">At Draft the units that have to write again; empty for all.</param>
    public sealed record TargetBody(StageKey Stage, SectionId? Section = null, [Few] IReadOnlyList<UnitId>? Units = null);

    /// <param name="Section">The section that it is about; null where the report itself goes back.</param>
    public sealed record RemarkBody(ThreadId Thread, string Text, string? Quote = null, SectionId? Section = null, UnitId? Unit = null, string? Prefix = null, string? Suffix = null);

    public static void MapReturnReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/returns", ReturnAsync)
        .WithTags("Returning")
        .WithSummary("Return chosen sections, or the report to an earlier stage of its own; all the rest stays cleared");

    private static async Task<Results<Ok<DecidedView>, Problem>> ReturnAsync(
        Guid report, Body body, ClaimsPrincipal user, ReturnReportHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            new(body.Id, user.PersonId, new(report), body.Version,
                [.. body.Targets.Select(target => new ReturnTarget(target.Stage, target.Section) { Units = target.Units ?? [] })],
                [.. body.Remarks.Select(remark => new Remark(remark.Thread, remark.Text, remark.Quote, remark.Section, remark.Unit) { Prefix = remark.Prefix, Suffix = remark.Suffix })]),
            cancellationToken)).AsAnswer;
}
