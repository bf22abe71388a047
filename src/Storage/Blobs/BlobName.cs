using System.Security.Cryptography;

namespace Storage.Blobs;

/// <summary>The SHA-256 of a blob's bytes in lower-case hexadecimals.</summary>
internal static class BlobName
{
    public static string Of(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    /// <summary>Whether a blob can have this name. A name may come from outside, and must not become a path before it is one.</summary>
    public static bool IsOne(string name) =>
        name.Length == 2 * SHA256.HashSizeInBytes && name.All(char.IsAsciiHexDigitLower);

    /// <exception cref="InvalidDataException">The name is not that of the bytes.</exception>
    public static ReadOnlyMemory<byte>? Check(string name, ReadOnlyMemory<byte>? bytes) =>
        bytes is not { } found || Of(found) == name
            ? bytes
            : throw new InvalidDataException($"The blob {name} holds bytes with the hash {Of(found)}.");
}
