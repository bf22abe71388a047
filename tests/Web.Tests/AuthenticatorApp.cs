using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Web.Tests;

/// <summary>What an authenticator on a phone shows (RFC 6238, by the half minute).</summary>
internal static class AuthenticatorApp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string CodeOf(string key)
    {
        var bits = string.Concat(key.ToUpperInvariant().Where(Base32.Contains).Select(letter => Convert.ToString(Base32.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);

#pragma warning disable CA5350 // What authenticators use.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;

        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
