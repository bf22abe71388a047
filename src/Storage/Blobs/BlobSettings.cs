namespace Storage.Blobs;

/// <summary>Where the blobs lie: one of the two.</summary>
public sealed record BlobSettings
{
    public string? Folder { get; init; }

    public AzureBlobSettings? Azure { get; init; }
}

/// <summary>Who is asked for the blobs: an account, as the identity that the process runs under, or what a connection string names.</summary>
public sealed record AzureBlobSettings
{
    /// <summary>"https://NAME.blob.core.windows.net".</summary>
    public Uri? Account { get; init; }

    public string? ConnectionString { get; init; }

    public string Container { get; init; } = "blobs";
}
