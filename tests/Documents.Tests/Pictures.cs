using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Documents.Tests;

/// <summary>Small pictures, made here so that none has to be kept.</summary>
public static class Pictures
{
    public static ReadOnlyMemory<byte> Png { get; } = PngOf(120, 60);

    public static string PngHash { get; } = Convert.ToHexStringLower(SHA256.HashData(Png.Span));

    public static byte[] PngOf(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR"u8, header);

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var row = 0; row < height; row++)
                zlib.Write([0, .. Enumerable.Repeat((byte)(row * 255 / Math.Max(1, height - 1)), width * 3)]);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);

        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] chunk = [.. kind, .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, System.IO.Hashing.Crc32.HashToUInt32(chunk));
        file.Write(number);
    }
}
