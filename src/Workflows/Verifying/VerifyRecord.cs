using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Domain.Reports;
using Domain.Trail;
using Workflows.Blobs;
using Workflows.Drafting;

namespace Workflows.Verifying;

/// <summary>Where the record does not agree with itself.</summary>
/// <param name="Where">The entry, the version or the file, as an operator would look for it.</param>
public sealed record Discrepancy(ReportId Report, string Where, string What);

/// <summary>Recomputes every trail's chain and every blob's hash.</summary>
public sealed class VerifyRecordHandler(IRecordReader reader, IBlobs blobs, ITextCheck check)
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
                var bytes = await blobs.ReadUncheckedAsync(named.Sha256, cancellationToken);
                if (Fault(named.Sha256, bytes) is { } fault) yield return new(report, named.Where, fault);
                if (!named.IsText || bytes is not { } text) continue;

                foreach (var picture in check.ImagesOf(Encoding.UTF8.GetString(text.Span)))
                {
                    if (Fault(picture, await blobs.ReadUncheckedAsync(picture, cancellationToken)) is { } missing) yield return new(report, $"a picture in {named.Where}", missing);
                }
            }
        }
    }

    private static string? Fault(string sha256, ReadOnlyMemory<byte>? bytes) =>
        bytes is not { } found ? $"the blob {sha256} is missing"
        : Convert.ToHexStringLower(SHA256.HashData(found.Span)) != sha256 ? $"the blob {sha256} was changed"
        : null;
}
