using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Hosting;
using Workflows.Blobs;

namespace Storage.Blobs;

/// <summary>Blobs in a container of Azure Blob Storage.</summary>
public sealed class AzureBlobs(BlobContainerClient container) : IBlobs, IHostedService
{
    /// <summary>Creates the container where it is missing, so that a wrong account or a missing right shows at start.</summary>
    public Task StartAsync(CancellationToken cancellationToken) =>
        container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<string> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var name = BlobName.Of(bytes);

        try
        {
            await container.GetBlobClient(name).UploadAsync(
                BinaryData.FromBytes(bytes),
                new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } },
                cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // Read rather than trusted: whoever is told that the bytes are kept may throw theirs away.
            await ReadAsync(name, cancellationToken);
        }

        return name;
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        BlobName.Check(sha256, await ReadUncheckedAsync(sha256, cancellationToken));

    public async Task<ReadOnlyMemory<byte>?> ReadUncheckedAsync(string sha256, CancellationToken cancellationToken)
    {
        if (!BlobName.IsOne(sha256))
            return null;

        try
        {
            var download = await container.GetBlobClient(sha256).DownloadContentAsync(cancellationToken);

            return download.Value.Content.ToMemory();
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
