using System.Security.Claims;
using Domain;
using Domain.People;
using Web.Layout;
using Web.SigningIn;
using Workflows.Typesetting;
using Workflows.Viewing;

namespace Web.Typesetting;

/// <summary>What would be printed now, opened in the browser; where it cannot be printed, a page that says what is in the way.</summary>
public static class PreviewPages
{
    public const string Name = "preview";

    private const string Pdf = "application/pdf";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapReportPreview(this IEndpointRouteBuilder routes) => routes.MapGet("/preview.{format:regex(^(pdf|docx)$)}", OfReportAsync);

    public static void MapSectionPreviewPage(this IEndpointRouteBuilder routes) => routes.MapGet("/preview.{format:regex(^(pdf|docx)$)}", OfSectionAsync);

    private static async Task<IResult> OfReportAsync(Guid report, string format, ClaimsPrincipal user, OpenReports reports, Previews previews, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is not { } found) return TypedResults.NotFound();

        return Answer(await previews.OfReportAsync(found, user.PersonId, cancellationToken), format, Addresses.Of(report));
    }

    private static async Task<IResult> OfSectionAsync(
        Guid report, Guid section, string format, Guid? unit, ClaimsPrincipal user, OpenReports reports, Previews previews, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is not { } found || found.Plan.Find(new(section)) is null) return TypedResults.NotFound();

        return Answer(
            await previews.OfSectionAsync(found, new(section), unit is { } id ? new UnitId(id) : null, user.PersonId, cancellationToken), format, Addresses.Of(report, section));
    }

    private static IResult Answer(Outcome<TypesetReport> typeset, string format, string back)
    {
        if (typeset.IsRefused)
            return FormAnswers.Show<PreviewRefusedPage>(typeset.Refusal.AsProblem.Status, new() { [nameof(PreviewRefusedPage.Refusal)] = typeset.Refusal, [nameof(PreviewRefusedPage.Back)] = back });

        // Without a name for saving, so that the browser shows it.
        return format == "pdf" ? TypedResults.Bytes(typeset.Value.Pdf, Pdf) : TypedResults.Bytes(typeset.Value.Docx, Docx, "preview.docx");
    }
}
