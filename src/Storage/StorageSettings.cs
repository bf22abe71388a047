using Storage.Blobs;

namespace Storage;

public enum StorageProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Where the record and the blobs are kept.</summary>
public sealed record StorageSettings
{
    public StorageProvider Provider { get; init; }

    public required string ConnectionString { get; init; }

    public required BlobSettings Blobs { get; init; }
}
