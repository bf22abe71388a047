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

public static class ReturnSectionEndpoint
{
    /// <param name="To">The earlier stage that it goes back to.</param>
    /// <param name="Units">At Draft the units that have to write again; empty for all.</param>
    public sealed record Body(DecisionId Id, int Version, StageKey To, [Few] IReadOnlyList<RemarkBody> Remarks, [Few] IReadOnlyList<UnitId>? Units = null);

    /// <param name="Thread">The id of the thread that it opens, from the caller.</param>
    /// <param name="Quote">The words that it is about; null for the text as a whole.</param>
    /// <param name="Prefix">What stands right before those words.</param>
    /// <param name="Suffix">What stands right after them.</param>
    /// <param name="Unit">The drafting unit that has to answer; null for whoever gets the text back.</param>
    public sealed record RemarkBody(ThreadId Thread, string Text, string? Quote = null, UnitId? Unit = null, string? Prefix = null, string? Suffix = null);

    public static void MapReturnSection(this IEndpointRouteBuilder routes) => routes
        .MapPost("/returns", ReturnAsync)
        .WithTags("Returning")
        .WithSummary("Return the section's text to an earlier stage, with what has to be answered");

    private static async Task<Results<Ok<DecidedView>, Problem>> ReturnAsync(
        Guid report, Guid section, Body body, ClaimsPrincipal user, ReturnSectionHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            new(body.Id, user.PersonId, new(report), new(section), body.Version, body.To, body.Units ?? [],
                [.. body.Remarks.Select(remark => new Remark(remark.Thread, remark.Text, remark.Quote, null, remark.Unit) { Prefix = remark.Prefix, Suffix = remark.Suffix })]),
            cancellationToken)).AsAnswer;
}
