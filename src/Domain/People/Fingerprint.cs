using System.Security.Cryptography;
using System.Text.Json;

namespace Domain.People;

/// <summary>Tells whether a thing is still as somebody saw it, so that two who change it at once do not overwrite each other.</summary>
public static class Fingerprint
{
    /// <summary>What somebody says of a thing that is not there yet.</summary>
    public const string OfNothing = "0";

    public static string Of<T>(T seen) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(seen)).AsSpan(0, 8));
}
