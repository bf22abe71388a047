using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Web.Input;
using Web.SigningIn;
using Workflows.Deciding;
using Workflows.Drafting;
using Workflows.Recording;

namespace Web.Drafting;

public static class WorkingCopyEndpoints
{
    public sealed record Saved(int Revision, DateTimeOffset? SavedAt, IReadOnlyList<PersonId> Writers);

    /// <summary>What somebody else saved meanwhile.</summary>
    public sealed record Current(int Revision, DateTimeOffset? SavedAt, IReadOnlyList<PersonId> Writers, string Text);

    public static void MapWorkingCopy(this IEndpointRouteBuilder routes)
    {
        var copy = routes.MapGroup("/working-copy").WithTags("Drafting");

        copy.MapGet("", ReadAsync)
            .WithSummary("The text that is being written, of a drafting unit or (without one) of the section; its ETag is the revision")
            .Produces<string>(StatusCodes.Status200OK, "text/markdown");
        copy.MapPut("", SaveAsync)
            .WithSummary("Save the text on top of the revision that If-Match names")
            .Accepts<string>("text/markdown", "text/plain")
            .ProducesRefusals(412, 428);
    }

    private static async Task<Results<ContentHttpResult, Problem>> ReadAsync(
        Guid report, Guid section, Guid? unit, HttpResponse response, IRecord record, CancellationToken cancellationToken)
    {
        if (await record.SectionAsync(new(report), new(section), cancellationToken) is not { } circulation) return DeskRefusals.NoSuchSection.AsProblem;
        if (unit is { } drafting && circulation.ContributionOf(new(drafting)) is null) return CirculationRefusals.NotADraftingUnit.AsProblem;

        var copy = await FindAsync(record, report, section, unit, cancellationToken);
        response.Headers.ETag = Revisions.TagOf(copy.Revision);
        response.Headers.CacheControl = "no-cache";
        if (copy.SavedAt is { } at) response.GetTypedHeaders().LastModified = at;

        return TypedResults.Content(copy.Text, new MediaTypeHeaderValue("text/markdown") { Charset = "utf-8" });
    }

    private static async Task<Results<Ok<Saved>, Problem>> SaveAsync(
        Guid report, Guid section, Guid? unit, [FromHeader(Name = "If-Match")] string? ifMatch,
        HttpContext http, ClaimsPrincipal user, SaveWorkingCopyHandler handler, IRecord record, CancellationToken cancellationToken)
    {
        if (Revisions.Read(ifMatch) is not { } onRevision) return Revisions.NotGiven;

        var text = await Utf8.ReadAsync(http.Request.Body, cancellationToken);
        if (text.IsRefused) return text.Refusal.AsProblem;

        var saved = await handler.HandleAsync(new(user.PersonId, new(report), new(section), UnitOf(unit), text.Value, onRevision), cancellationToken);

        if (saved is { IsRefused: true, Refusal.Code: "changed-meanwhile" })
        {
            var current = await FindAsync(record, report, section, unit, cancellationToken);
            http.Response.Headers.ETag = Revisions.TagOf(current.Revision);

            return Revisions.Missed(saved.Refusal, new Current(current.Revision, current.SavedAt, current.Writers, current.Text));
        }

        if (saved.IsRefused) return saved.Refusal.AsProblem;

        http.Response.Headers.ETag = Revisions.TagOf(saved.Value.Revision);

        return TypedResults.Ok(new Saved(saved.Value.Revision, saved.Value.SavedAt, saved.Value.Writers));
    }

    private static async Task<WorkingCopy> FindAsync(IRecord record, Guid report, Guid section, Guid? unit, CancellationToken cancellationToken)
    {
        var of = new TextId(new SectionId(section), UnitOf(unit));

        return await record.WorkingCopyAsync(new(report), of, cancellationToken) ?? new() { Report = new(report), Of = of };
    }

    private static UnitId? UnitOf(Guid? unit) => unit is { } id ? new(id) : null;
}
