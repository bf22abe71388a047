using System.Security.Claims;
using Documents.Consolidating;
using Domain.People;
using Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Deciding;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Viewing;

namespace Web.Consolidating;

public static class OriginsEndpoint
{
    /// <param name="Version">The version of the section's text; null for the working copy.</param>
    public sealed record OriginsView(int? Version, IReadOnlyList<PartView> Parts);

    /// <param name="Unit">The unit that gave it; null where it is the Office's own.</param>
    /// <param name="Version">The version of the unit's contribution.</param>
    /// <param name="Part">Its place in that contribution, from 0.</param>
    /// <param name="IsEdited">The Office changed its words since.</param>
    public sealed record PartView(string Text, UnitId? Unit, int? Version, int? Part, bool IsEdited);

    public static void MapOrigins(this IEndpointRouteBuilder routes) => routes
        .MapGet("/origins", ReadAsync)
        .WithTags("Consolidating")
        .WithSummary("Where each paragraph of the section's text came from, of its current version or of the Office's working copy");

    private static async Task<Results<Ok<OriginsView>, Problem>> ReadAsync(
        Guid report, Guid section, bool? workingCopy, ClaimsPrincipal user, OpenReports reports, IRecord record, Sources sources, Texts texts, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is not { } whole || whole.Plan.Find(new(section)) is not { } planned) return DeskRefusals.NoSuchSection.AsProblem;
        if (await record.SectionAsync(new(report), new(section), cancellationToken) is not { } found) return DeskRefusals.NoSuchSection.AsProblem;
        if (workingCopy is true) return View(null, (await sources.WorkingCopyAsync(found, cancellationToken)).Text, await sources.OfAsync(found, cancellationToken), planned.Level);
        if (found.Text is not { } text) return ViewingRefusals.NoSuchVersion.AsProblem;

        return View(text.Number, await texts.ReadAsync(text.Sha256, cancellationToken), await sources.AsOfAsync(found, text.At, cancellationToken), planned.Level);
    }

    private static Ok<OriginsView> View(int? version, string text, IReadOnlyList<Source> given, OutlineLevel level)
    {
        var parts = SectionText.Read(text).Parts;

        return TypedResults.Ok(new OriginsView(version,
        [
            .. Sources.Trace(text, given, level).Parts.Select((origin, place) => origin.Source is { } source
                ? new PartView(parts[place].Source, given[source].Unit, given[source].Version, origin.Part, origin.IsEdited)
                : new PartView(parts[place].Source, null, null, null, false)),
        ]));
    }
}
