using Domain.People;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Storage.Databases;
using Storage.People;
using Storage.Restricting;
using Workflows.Drafting;

namespace Storage.Recording;

/// <summary>That a picture stands, or once stood, in a section's texts.</summary>
internal sealed class PictureRow
{
    public required string Sha256 { get; init; }

    public required ReportId Report { get; init; }

    public required SectionId Section { get; init; }

    public required AgencyId Agency { get; init; }
}

/// <summary>That somebody uploaded a picture.</summary>
internal sealed class UploadRow
{
    public required string Sha256 { get; init; }

    public required PersonId By { get; init; }
}

internal sealed class StoredPictures(Database database, AgencyBooks books) : IPictures
{
    private static readonly IReadOnlySet<string> none = new HashSet<string>();

    public Task UploadedAsync(string sha256, PersonId by, CancellationToken cancellationToken) =>
        database.WriteAsync<string>(async (context, token) =>
        {
            var batch = new Batch(context);
            batch.InsertWhereNew(new UploadRow { Sha256 = sha256, By = by });
            await batch.SendAsync(token);

            return sha256;
        }, cancellationToken);

    public async Task<IReadOnlySet<string>> SeenAsync(IReadOnlyList<string> pictures, AgencyId agency, PersonId reader, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (pictures.Count == 0) return none;

        await using var context = await database.OpenAsync(cancellationToken);

        return await SeenAsync(context, pictures, agency, reader, await Sight.OfAsync(context, books, agency, reader, at, cancellationToken), cancellationToken);
    }

    /// <param name="sight">What is kept from the reader; null for nothing.</param>
    public static async Task<IReadOnlySet<string>> SeenAsync(ApprovalContext context, IReadOnlyList<string> pictures, AgencyId agency, PersonId reader, Sight? sight, CancellationToken cancellationToken)
    {
        var standing = context.Pictures.Where(row => pictures.Contains(row.Sha256) && row.Agency == agency);
        if (sight is not null) standing = standing.Where(row => !sight.All.Any(kept => kept.Report == row.Report && (kept.Section == RestrictionRow.Whole || kept.Section == row.Section)));

        return await standing.Select(row => row.Sha256)
            .Union(context.Uploads.Where(row => pictures.Contains(row.Sha256) && row.By == reader).Select(row => row.Sha256))
            .ToHashSetAsync(cancellationToken);
    }

    public async Task<IReadOnlySet<string>> StandingAsync(IReadOnlyList<string> pictures, ReportId report, SectionId section, CancellationToken cancellationToken)
    {
        if (pictures.Count == 0) return none;

        await using var context = await database.OpenAsync(cancellationToken);

        return await context.Pictures.Where(row => pictures.Contains(row.Sha256) && row.Report == report && row.Section == section).Select(row => row.Sha256).ToHashSetAsync(cancellationToken);
    }
}
