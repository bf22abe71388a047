using Microsoft.Extensions.DependencyInjection;
using Storage.Blobs;
using Workflows.Blobs;

namespace Storage.Tests.Blobs;

public class ChoosingWhereBlobsLie
{
    private static readonly Uri account = new("https://approval.blob.core.windows.net");

    [Fact]
    public void A_folder_is_enough() =>
        Assert.IsType<FolderBlobs>(Opened(new() { Folder = "blobs" }));

    [Fact]
    public void An_account_needs_no_secret() =>
        Assert.IsType<AzureBlobs>(Opened(new() { Azure = new() { Account = account } }));

    [Fact]
    public void No_place_or_two_are_a_mistake_that_shows_at_start()
    {
        Assert.Throws<ArgumentException>(() => Opened(new()));
        Assert.Throws<ArgumentException>(() => Opened(new() { Azure = new() }));
        Assert.Throws<ArgumentException>(() => Opened(new() { Folder = "blobs", Azure = new() { Account = account } }));
        Assert.Throws<ArgumentException>(() => Opened(new() { Azure = new() { Account = account, ConnectionString = "UseDevelopmentStorage=true" } }));
    }

    private static IBlobs Opened(BlobSettings settings)
    {
        using var provider = new ServiceCollection().AddBlobs(settings).BuildServiceProvider();

        return provider.GetRequiredService<IBlobs>();
    }
}
