using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text;
using Documents.Merging;
using Domain;
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

    /// <param name="Base">The text that the writing began with.</param>
    /// <param name="Mine">What it has become.</param>
    public sealed record ToMerge([Required(AllowEmptyStrings = true)] string Base, [Required(AllowEmptyStrings = true)] string Mine);

    /// <param name="Revision">The revision that the merged text is to be saved on.</param>
    /// <param name="Current">What is saved there.</param>
    /// <param name="Text">Both in one; null where both changed the same passage.</param>
    /// <param name="Conflicts">How many such passages there are.</param>
    public sealed record Merged(int Revision, string Current, string? Text, int Conflicts);

    /// <param name="Revision">The text's revision by now.</param>
    /// <param name="Others">Who else has it open, and when that was last heard.</param>
    public sealed record Opened(int Revision, IReadOnlyList<OtherWriter> Others);

    public sealed record OtherWriter(PersonId Person, string Name, DateTimeOffset SeenAt);

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
        copy.MapPost("/merge", MergeAsync).WithSummary("What one wrote and what somebody else saved meanwhile, as one text; nothing is saved");
        copy.MapPut("/presence", OpenAsync).WithSummary("Say that one has the text open, which is known for a minute, and hear who else has");
    }

    private static async Task<Results<Ok<Merged>, Problem>> MergeAsync(
        Guid report, Guid section, Guid? unit, ToMerge body, IRecord record, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(report, section, unit, record, cancellationToken) is { } refusal) return refusal.AsProblem;

        var current = await FindAsync(record, report, section, unit, cancellationToken);
        var merge = TextMerge.Of(body.Base, current.Text, body.Mine.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC));

        return TypedResults.Ok(new Merged(current.Revision, current.Text, merge.Text, merge.Conflicts));
    }

    private static async Task<Results<Ok<Opened>, Problem>> OpenAsync(
        Guid report, Guid section, Guid? unit, ClaimsPrincipal user, IRecord record, IPresence presence, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await record.SectionAsync(new(report), new(section), cancellationToken) is not { } circulation) return DeskRefusals.NoSuchSection.AsProblem;
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster) return DeskRefusals.NoSuchReport.AsProblem;

        var now = clock.GetUtcNow();
        if (circulation.MayWrite(user.PersonId, UnitOf(unit), roster, now) is { } refusal) return refusal.AsProblem;

        var others = await presence.OpenAsync(new(report), new(new SectionId(section), UnitOf(unit)), user.PersonId, now, cancellationToken);
        var current = await FindAsync(record, report, section, unit, cancellationToken);

        return TypedResults.Ok(new Opened(current.Revision, [.. others.Select(other => new OtherWriter(other.Person, roster.Find(other.Person)?.Name ?? "", other.At))]));
    }

    private static async Task<Refusal?> RefusalAsync(Guid report, Guid section, Guid? unit, IRecord record, CancellationToken cancellationToken)
    {
        if (await record.SectionAsync(new(report), new(section), cancellationToken) is not { } circulation) return DeskRefusals.NoSuchSection;

        return unit is { } drafting && circulation.ContributionOf(new(drafting)) is null ? CirculationRefusals.NotADraftingUnit : null;
    }

    private static async Task<Results<ContentHttpResult, Problem>> ReadAsync(
        Guid report, Guid section, Guid? unit, HttpResponse response, IRecord record, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(report, section, unit, record, cancellationToken) is { } refusal) return refusal.AsProblem;

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
