namespace Workflows.Blobs;

/// <summary>Immutable bytes under their SHA-256. What is written is never changed and never taken away.</summary>
public interface IBlobs
{
    /// <summary>Writes the bytes if they are not there yet and returns their name once they are durable.</summary>
    /// <returns>The SHA-256 in lower-case hexadecimals.</returns>
    Task<string> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>The bytes, or null where there is no such blob.</summary>
    /// <exception cref="InvalidDataException">The bytes found do not have the hash that they are named by.</exception>
    Task<ReadOnlyMemory<byte>?> ReadAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>The bytes as they lie in the store, not compared with their name; for <c>verify</c>.</summary>
    Task<ReadOnlyMemory<byte>?> ReadUncheckedAsync(string sha256, CancellationToken cancellationToken);
}
