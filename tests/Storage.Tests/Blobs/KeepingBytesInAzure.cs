using Azure.Storage.Blobs;
using Storage.Blobs;
using TestServers;
using Workflows.Blobs;

[assembly: AssemblyFixture(typeof(AzuriteServer))]

namespace Storage.Tests.Blobs;

public sealed class KeepingBytesInAzure(AzuriteServer azurite) : KeepingBytes
{
    private readonly string container = $"blobs-{Guid.NewGuid():N}";

    protected override async Task<IBlobs> OpenAsync()
    {
        var blobs = new AzureBlobs(await ContainerAsync());
        await blobs.StartAsync(TestContext.Current.CancellationToken);

        return blobs;
    }

    protected override async Task<DateTimeOffset> WrittenAtAsync(string name)
    {
        var properties = await (await ContainerAsync()).GetBlobClient(name).GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken);

        return properties.Value.LastModified;
    }

    protected override async Task TamperAsync(string name, byte[] bytes) =>
        await (await ContainerAsync()).GetBlobClient(name).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true, TestContext.Current.CancellationToken);

    private async Task<BlobContainerClient> ContainerAsync() => new(await azurite.GetConnectionStringAsync(), container);
}
