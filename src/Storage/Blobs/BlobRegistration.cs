using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflows.Blobs;

namespace Storage.Blobs;

public static class BlobRegistration
{
    /// <exception cref="ArgumentException">The settings name no place, or two.</exception>
    public static IServiceCollection AddBlobs(this IServiceCollection services, BlobSettings settings) => settings switch
    {
        { Folder: { } folder, Azure: null } => services.AddSingleton<IBlobs>(new FolderBlobs(folder)),
        { Folder: null, Azure: { } azure } => services.AddAzureBlobs(azure.Open()),
        _ => throw new ArgumentException("The blobs need either Folder or Azure.", nameof(settings)),
    };

    private static IServiceCollection AddAzureBlobs(this IServiceCollection services, BlobContainerClient container) => services
        .AddSingleton(new AzureBlobs(container))
        .AddSingleton<IBlobs>(provider => provider.GetRequiredService<AzureBlobs>())
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<AzureBlobs>());

    private static BlobContainerClient Open(this AzureBlobSettings azure) => azure switch
    {
        { Account: { } account, ConnectionString: null } =>
            new BlobServiceClient(account, new DefaultAzureCredential()).GetBlobContainerClient(azure.Container),
        { Account: null, ConnectionString: { } connection } => new(connection, azure.Container),
        _ => throw new ArgumentException("Azure needs either Account or ConnectionString.", nameof(azure)),
    };
}
