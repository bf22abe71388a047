using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Domain.Reports;
using Domain.Trail;
using Workflows.Blobs;

namespace Workflows.Verifying;

/// <summary>Where the record does not agree with itself.</summary>
/// <param name="Where">The entry, the version or the file, as an operator would look for it.</param>
public sealed record Discrepancy(ReportId Report, string Where, string What);

/// <summary>Recomputes every trail's chain and every blob's hash.</summary>
public sealed class VerifyRecordHandler(IRecordReader reader, IBlobs blobs)
{
    public async IAsyncEnumerable<Discrepancy> HandleAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var report in reader.ReportsAsync(cancellationToken))
        {
            var head = TrailHead.Empty;
            await foreach (var entry in reader.EntriesAsync(report, cancellationToken))
            {
                if (!head.Continues(entry)) yield return new(report, $"trail entry {entry.Number}", entry.Number != head.Count + 1 ? $"entry {head.Count + 1} is missing" : "the entry was changed, or one before it");

                head = TrailHead.EndingWith(entry);
            }

            if (await reader.TrailHeadAsync(report, cancellationToken) != head) yield return new(report, $"trail after entry {head.Count}", "the trail does not end where the report says");

            await foreach (var named in reader.BlobsAsync(report, cancellationToken))
            {
                if (await blobs.ReadUncheckedAsync(named.Sha256, cancellationToken) is not { } bytes) yield return new(report, named.Where, $"the blob {named.Sha256} is missing");
                else if (Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != named.Sha256) yield return new(report, named.Where, $"the blob {named.Sha256} was changed");
            }
        }
    }
}
