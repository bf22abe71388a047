using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Web.Drafting;
using Web.SigningIn;
using Workflows.Deciding;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Viewing;
using ThreadState = Domain.Routes.ThreadState;

namespace Web.Viewing;

public static class SectionEndpoints
{
    /// <param name="Text">The section's own text; null until all contributions are in.</param>
    /// <param name="Visits">The latest visit of each stage, with who was asked and when it is due.</param>
    /// <param name="ReturnsTo">The earlier stages that the present one may return to.</param>
    /// <param name="Writable">What the caller may write in: a unit's text, or (null) the section's own.</param>
    /// <param name="Reading">Which version of the section's own text the caller read last, and which before it; null before the first.</param>
    public sealed record SectionView(
        Section Section, StageKey? Stage, bool IsPassed, IReadOnlyList<Contribution> Contributions, TextVersion? Text,
        IReadOnlyList<Visit> Visits, IReadOnlyList<Approval> Approvals, IReadOnlyList<ThreadState> Threads,
        IReadOnlyList<OfferView> Offers, IReadOnlyList<StageKey> ReturnsTo, IReadOnlyList<Writing> Writable, Reading? Reading);

    /// <param name="Version">Of the section's own text.</param>
    public sealed record ReadBody(int Version);

    /// <param name="Why">What keeps the caller from writing there; null where nothing does.</param>
    public sealed record Writing(UnitId? Unit, bool May, string? Code, string? Why);

    public static void MapSection(this IEndpointRouteBuilder routes)
    {
        var section = routes.MapGroup("").WithTags("Viewing");

        section.MapGet("", ReadAsync).WithSummary("A section: where it is, its texts, its threads, and what the caller may do");
        section.MapPut("/reading", ReadVersionAsync).WithSummary("Note that the caller has read a version of the section's own text");
        section.MapGet("/last-text", LastTextAsync).WithSummary("What last period's report said here").Produces<string>(StatusCodes.Status200OK, "text/markdown");
    }

    public static void MapVersions(this IEndpointRouteBuilder routes)
    {
        var versions = routes.MapGroup("/versions").WithTags("Viewing");

        versions.MapGet("", ListAsync).WithSummary("The versions of a drafting unit's text or (without one) of the section's, the newest first");
        versions.MapGet("/{number:int}", TextAsync).WithSummary("The text of a version").Produces<string>(StatusCodes.Status200OK, "text/markdown");
    }

    private static async Task<Results<Ok<SectionView>, Problem>> ReadAsync(
        Guid report, Guid section, ClaimsPrincipal user, OpenReports reports, IRecord record, IReadings readings, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is not { } whole || whole.Plan.Find(new(section)) is not { } planned) return DeskRefusals.NoSuchSection.AsProblem;
        if (await record.SectionAsync(new(report), new(section), cancellationToken) is not { } found) return DeskRefusals.NoSuchSection.AsProblem;
        if (await record.RosterAsync(user.AgencyId, cancellationToken) is not { } roster) return DeskRefusals.NoSuchReport.AsProblem;

        var at = clock.GetUtcNow();
        var streams = found.Contributions.Select(contribution => (UnitId?)contribution.Unit).Append(null);

        return TypedResults.Ok(new SectionView(
            planned,
            found.Current?.Key,
            found.IsPassed,
            found.Contributions,
            found.Text,
            found.Visits,
            found.Approvals,
            found.Threads,
            OfferView.Of(Offers.OnSection(whole, found, user.PersonId, roster, at), roster),
            [.. found.ReturnTargets.Select(stage => stage.Key)],
            [
                .. from unit in streams
                   let refusal = found.MayWrite(user.PersonId, unit, roster, at)
                   select new Writing(unit, refusal is null, refusal?.Code, refusal?.Message.ToString()),
            ],
            await readings.FindAsync(new(report), new(section), user.PersonId, cancellationToken)));
    }

    private static async Task<Results<Ok<Reading>, Problem>> ReadVersionAsync(
        Guid report, Guid section, ReadBody body, ClaimsPrincipal user, IRecord record, ReadVersionHandler handler, CancellationToken cancellationToken) =>
        await record.VersionAsync(new(report), StreamOf(section, null), body.Version, cancellationToken) is { } version
            ? TypedResults.Ok(await handler.HandleAsync(new(user.PersonId, new(report), new(section), version), cancellationToken))
            : ViewingRefusals.NoSuchVersion.AsProblem;

    private static async Task<Results<ContentHttpResult, Problem>> LastTextAsync(
        Guid report, Guid section, HttpResponse response, ClaimsPrincipal user, OpenReports reports, Texts texts, CancellationToken cancellationToken) =>
        (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken))?.Plan.Find(new(section)) is { } planned
            ? planned.LastText is { } sha256 ? await TextOfAsync(sha256, response, texts, cancellationToken) : ViewingRefusals.NoLastText.AsProblem
            : DeskRefusals.NoSuchSection.AsProblem;

    private static async Task<Results<Ok<PageOf<VersionView>>, Problem>> ListAsync(
        Guid report, Guid section, Guid? unit, [AsParameters] PageAsked page, IRecord record, IViews views, CancellationToken cancellationToken)
    {
        if (await record.SectionAsync(new(report), new(section), cancellationToken) is null) return DeskRefusals.NoSuchSection.AsProblem;

        return TypedResults.Ok((await views.VersionsAsync(new(report), StreamOf(section, unit), page.AsPaging, cancellationToken)).AsView);
    }

    private static async Task<Results<ContentHttpResult, Problem>> TextAsync(
        Guid report, Guid section, int number, Guid? unit, HttpResponse response, IRecord record, Texts texts, CancellationToken cancellationToken) =>
        await record.VersionAsync(new(report), StreamOf(section, unit), number, cancellationToken) is { } version
            ? await TextOfAsync(version.Sha256, response, texts, cancellationToken)
            : ViewingRefusals.NoSuchVersion.AsProblem;

    private static async Task<ContentHttpResult> TextOfAsync(string sha256, HttpResponse response, Texts texts, CancellationToken cancellationToken)
    {
        response.Headers.ETag = $"\"{sha256}\"";
        response.Headers.CacheControl = ImageEndpoints.Forever;

        return TypedResults.Content(await texts.ReadAsync(sha256, cancellationToken), new MediaTypeHeaderValue("text/markdown") { Charset = "utf-8" });
    }

    private static TextId StreamOf(Guid section, Guid? unit) => new(new SectionId(section), unit is { } id ? new UnitId(id) : null);
}
