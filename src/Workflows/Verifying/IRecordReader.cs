using Domain.Reports;
using Domain.Trail;

namespace Workflows.Verifying;

/// <summary>Reads the record from one end to the other, for comparing it with itself.</summary>
public interface IRecordReader
{
    IAsyncEnumerable<ReportId> ReportsAsync(CancellationToken cancellationToken);

    /// <summary>A report's entries in the order of their numbers.</summary>
    IAsyncEnumerable<Entry> EntriesAsync(ReportId report, CancellationToken cancellationToken);

    /// <summary>The end of the trail as it is kept with the report, so that a trail cut short is noticed.</summary>
    Task<TrailHead> TrailHeadAsync(ReportId report, CancellationToken cancellationToken);

    /// <summary>Every blob that the report's versions and files name, with where it is named.</summary>
    IAsyncEnumerable<NamedBlob> BlobsAsync(ReportId report, CancellationToken cancellationToken);
}

/// <param name="IsText">It is a section's text, which may name pictures.</param>
public sealed record NamedBlob(string Sha256, string Where, bool IsText = false);
