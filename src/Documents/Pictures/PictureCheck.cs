using System.Buffers.Binary;
using System.IO.Compression;
using Domain;
using Workflows.Drafting;

namespace Documents.Pictures;

/// <summary>Knows pictures by their bytes: PNG (ISO/IEC 15948) and JPEG (ITU-T T.81).</summary>
internal sealed class PictureCheck : IPictureCheck
{
    public const int LargestFile = 5 * 1024 * 1024;
    public const int LongestSide = 8000;
    public const long MostPixels = 40_000_000;

    public Outcome<CheckedPicture> Check(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestFile) return PictureRefusals.TooLarge;
        if ((Png.Read(bytes.Span) ?? Jpeg.Read(bytes.Span)) is not { } picture) return PictureRefusals.NotAPicture;

        return picture switch
        {
            { Width: < 1 } or { Height: < 1 } => PictureRefusals.NotAPicture,
            _ when picture.Width > LongestSide || picture.Height > LongestSide || (long)picture.Width * picture.Height > MostPixels => PictureRefusals.TooManyPixels,
            { MediaType: Png.MediaType } when !Png.IsWhole(bytes, picture) => PictureRefusals.Damaged,
            { MediaType: Jpeg.MediaType } when !Jpeg.IsWhole(bytes.Span) => PictureRefusals.Damaged,
            { MediaType: Jpeg.MediaType } when Jpeg.IsForPrintersOnly(bytes.Span) => PictureRefusals.ForPrintersOnly,
            _ => picture,
        };
    }
}

internal static class PictureRefusals
{
    public static Refusal TooLarge { get; } = new(RefusalKind.Invalid, "picture-too-large", new(
        "Ảnh lớn hơn 5 MB. Hãy giảm kích thước hoặc độ phân giải rồi tải lên lại.",
        "The picture is larger than 5 MB. Reduce its size or resolution and upload it again."));

    public static Refusal TooManyPixels { get; } = new(RefusalKind.Invalid, "picture-too-many-pixels", new(
        "Ảnh có cạnh dài hơn 8.000 điểm ảnh hoặc hơn 40 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi tải lên lại.",
        "A side of the picture is longer than 8,000 pixels, or it has more than 40 million. Scale it down and upload it again."));

    public static Refusal NotAPicture { get; } = new(RefusalKind.Invalid, "not-a-picture", new(
        "Tệp này không phải là ảnh PNG hoặc JPEG. Hãy lưu ảnh ở một trong hai định dạng đó rồi tải lên lại.",
        "This file is neither a PNG nor a JPEG picture. Save it as one of the two and upload it again."));

    public static Refusal Damaged { get; } = new(RefusalKind.Invalid, "picture-damaged", new(
        "Tệp ảnh bị hỏng hoặc chưa tải lên hết. Hãy mở ảnh kiểm tra, lưu lại rồi tải lên lần nữa.",
        "The picture's file is damaged or was not uploaded whole. Open it, save it anew and upload it again."));

    public static Refusal ForPrintersOnly { get; } = new(RefusalKind.Invalid, "picture-cmyk", new(
        "Ảnh dùng hệ màu CMYK của nhà in. Hãy lưu ảnh ở hệ màu RGB rồi tải lên lại.",
        "The picture has the CMYK colours of a printing house. Save it in RGB and upload it again."));
}

internal static class Png
{
    public const string MediaType = "image/png";

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static CheckedPicture? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 33 && bytes.StartsWith(Signature) && bytes.Slice(12, 4).SequenceEqual("IHDR"u8)
            ? new(MediaType, BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    /// <summary>Its data unpacks to as many bytes as its size promises: a printer that meets less gives up on the whole report.</summary>
    public static bool IsWhole(ReadOnlyMemory<byte> bytes, CheckedPicture picture)
    {
        using var data = new MemoryStream();
        var isEnded = false;
        for (var at = 8; at + 12 <= bytes.Length && !isEnded;)
        {
            var chunk = bytes.Span[at..];
            var length = BinaryPrimitives.ReadInt32BigEndian(chunk);
            if (length < 0 || length > chunk.Length - 12) return false;

            var checksum = System.IO.Hashing.Crc32.HashToUInt32(chunk.Slice(4, length + 4));
            if (checksum != BinaryPrimitives.ReadUInt32BigEndian(chunk[(8 + length)..])) return false;

            if (chunk.Slice(4, 4).SequenceEqual("IDAT"u8)) data.Write(chunk.Slice(8, length));
            isEnded = chunk.Slice(4, 4).SequenceEqual("IEND"u8);
            at += 12 + length;
        }

        return isEnded && Unpacks(data, LeastSize(bytes.Span, picture));
    }

    /// <summary>Interlaced pictures have a few bytes more.</summary>
    private static long LeastSize(ReadOnlySpan<byte> bytes, CheckedPicture picture)
    {
        var channels = bytes[25] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

        return picture.Height * (1 + ((long)picture.Width * channels * bytes[24] + 7) / 8);
    }

    private static bool Unpacks(MemoryStream data, long least)
    {
        data.Position = 0;
        using var unpacked = new ZLibStream(data, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        try
        {
            while (least > 0)
            {
                var read = unpacked.Read(buffer);
                if (read == 0) return false;
                least -= read;
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}

internal static class Jpeg
{
    public const string MediaType = "image/jpeg";

    public static CheckedPicture? Read(ReadOnlySpan<byte> bytes)
    {
        if (FrameOf(bytes) is not { Length: >= 8 } frame) return null;

        return new(MediaType, BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
    }

    public static bool IsForPrintersOnly(ReadOnlySpan<byte> bytes) => FrameOf(bytes) is { Length: >= 6 } frame && frame[5] == 4;

    public static bool IsWhole(ReadOnlySpan<byte> bytes) => bytes.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > 0;

    /// <summary>The frame header: precision, height, width, number of colours.</summary>
    private static ReadOnlySpan<byte> FrameOf(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return default;

        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);

            // SOF0 to SOF15 but for DHT, JPG and DAC, which share the range.
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
                return bytes[(at + 4)..Math.Min(bytes.Length, Math.Max(at + 4, at + 2 + length))];

            // The scan has begun without a frame.
            if (marker == 0xDA || length < 2) return default;
            at += 2 + length;
        }

        return default;
    }
}
