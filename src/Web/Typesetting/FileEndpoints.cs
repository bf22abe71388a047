using System.Security.Claims;
using Domain;
using Domain.People;
using Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Web.Drafting;
using Web.Input;
using Web.SigningIn;
using Workflows.Blobs;
using Workflows.Deciding;
using Workflows.Recording;
using Workflows.Typesetting;
using Workflows.Viewing;

namespace Web.Typesetting;

public enum FileFormat
{
    Pdf,
    Docx,
}

public static class FileEndpoints
{
    private const string Pdf = "application/pdf";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapReportFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").WithTags("Typesetting");

        files.MapGet("/preview/{format}", PreviewAsync).WithSummary("The report as it would be printed now").Produces<Stream>(StatusCodes.Status200OK, Pdf, Docx);
        files.MapGet("/signed/{format}", SignedAsync).WithSummary("The report as it was signed, number and day blank").Produces<Stream>(StatusCodes.Status200OK, Pdf, Docx);
        files.MapGet("/issued/{format}", IssuedAsync).WithSummary("The issued report").Produces<Stream>(StatusCodes.Status200OK, Pdf, Docx);
    }

    public static void MapSectionPreview(this IEndpointRouteBuilder routes) => routes
        .MapGet("/preview/{format}", PreviewSectionAsync)
        .WithTags("Typesetting")
        .WithSummary("The section as it would be printed now; with a unit, what that unit is writing")
        .Produces<Stream>(StatusCodes.Status200OK, Pdf, Docx);

    private static async Task<Results<FileContentHttpResult, Problem>> PreviewAsync(
        Guid report, Word<FileFormat> format, ClaimsPrincipal user, OpenReports reports, IRecord record, Previews previews, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindAsync(report, user, reports, record, cancellationToken) is not { } found) return DeskRefusals.NoSuchReport.AsProblem;

        return Preview(await previews.OfReportAsync(found.Report, user.PersonId, cancellationToken), format.Value, $"{found.Report.SymbolIn(found.Agency)}-preview", response);
    }

    private static async Task<Results<FileContentHttpResult, Problem>> PreviewSectionAsync(
        Guid report, Guid section, Word<FileFormat> format, Guid? unit, ClaimsPrincipal user, OpenReports reports, IRecord record, Previews previews, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindAsync(report, user, reports, record, cancellationToken) is not { } found) return DeskRefusals.NoSuchReport.AsProblem;

        var typeset = await previews.OfSectionAsync(found.Report, new(section), unit is { } id ? new UnitId(id) : null, user.PersonId, cancellationToken);

        return Preview(typeset, format.Value, $"{found.Report.SymbolIn(found.Agency)}-section-preview", response);
    }

    private static async Task<Results<FileContentHttpResult, Problem>> SignedAsync(
        Guid report, Word<FileFormat> format, ClaimsPrincipal user, OpenReports reports, IRecord record, Previews previews, IBlobs blobs, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindAsync(report, user, reports, record, cancellationToken) is not { } found) return DeskRefusals.NoSuchReport.AsProblem;
        if (found.Report is not { IsSigned: true, Signature: { } signature }) return FileRefusals.NotSigned.AsProblem;

        if (found.Report.Withheld.Count > 0) return await ExtractAsync(found.Report, user, $"{found.Report.SymbolIn(found.Agency)}-signed-extract", format.Value, previews, response, cancellationToken);

        return await KeptAsync(format.Value == FileFormat.Pdf ? signature.Pdf : signature.Docx, format.Value, $"{found.Report.SymbolIn(found.Agency)}-signed", blobs, response, cancellationToken);
    }

    private static async Task<Results<FileContentHttpResult, Problem>> IssuedAsync(
        Guid report, Word<FileFormat> format, ClaimsPrincipal user, OpenReports reports, IRecord record, Previews previews, IBlobs blobs, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await FindAsync(report, user, reports, record, cancellationToken) is not { } found) return DeskRefusals.NoSuchReport.AsProblem;
        if (found.Report.Imprint is not { } imprint) return FileRefusals.NotIssued.AsProblem;

        if (found.Report.Withheld.Count > 0) return await ExtractAsync(found.Report, user, $"{imprint.Number:00}-{found.Report.SymbolIn(found.Agency)}-extract", format.Value, previews, response, cancellationToken);

        // Numbers below ten have a 0 before them (Decree 30/2020/NĐ-CP, appendix I, II.3).
        return await KeptAsync(format.Value == FileFormat.Pdf ? imprint.Pdf : imprint.Docx, format.Value, $"{imprint.Number:00}-{found.Report.SymbolIn(found.Agency)}", blobs, response, cancellationToken);
    }

    private static async Task<(Report Report, Agency Agency)?> FindAsync(Guid report, ClaimsPrincipal user, OpenReports reports, IRecord record, CancellationToken cancellationToken) =>
        await reports.FindAsync(new(report), user.AgencyId, user.PersonId, cancellationToken) is { } found && await record.RosterAsync(user.AgencyId, cancellationToken) is { Agency: var agency }
            ? (found, agency)
            : null;

    /// <summary>The kept file says everything; whoever may not see everything gets it typeset anew, with a mark where something is withheld.</summary>
    private static async Task<Results<FileContentHttpResult, Problem>> ExtractAsync(
        Report report, ClaimsPrincipal user, string name, FileFormat format, Previews previews, HttpResponse response, CancellationToken cancellationToken) =>
        Preview(await previews.OfReportAsync(report, user.PersonId, cancellationToken), format, name, response);

    private static Results<FileContentHttpResult, Problem> Preview(Outcome<TypesetReport> typeset, FileFormat format, string name, HttpResponse response)
    {
        if (typeset.IsRefused) return typeset.Refusal.AsProblem;

        response.Headers.CacheControl = "no-store";

        return TypedResults.Bytes(format == FileFormat.Pdf ? typeset.Value.Pdf : typeset.Value.Docx, TypeOf(format), NameOf(name, format));
    }

    private static async Task<Results<FileContentHttpResult, Problem>> KeptAsync(
        string sha256, FileFormat format, string name, IBlobs blobs, HttpResponse response, CancellationToken cancellationToken)
    {
        var bytes = await blobs.ReadAsync(sha256, cancellationToken) ?? throw new InvalidDataException($"The blob {sha256} is missing.");
        response.Headers.CacheControl = ImageEndpoints.Forever;

        return TypedResults.Bytes(bytes, TypeOf(format), NameOf(name, format), entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
    }

    private static string TypeOf(FileFormat format) => format == FileFormat.Pdf ? Pdf : Docx;

    private static string NameOf(string name, FileFormat format) => format == FileFormat.Pdf ? $"{name}.pdf" : $"{name}.docx";
}

public static class FileRefusals
{
    public static Refusal NotSigned { get; } = new(RefusalKind.NotFound, "no-signed-file",
        new("Báo cáo chưa được ký.", "The report is not signed yet."));

    public static Refusal NotIssued { get; } = new(RefusalKind.NotFound, "no-issued-file",
        new("Báo cáo chưa ban hành.", "The report is not issued yet."));
}
