using Domain;
using Domain.People;
using Workflows.Blobs;

namespace Workflows.Drafting;

/// <summary>Keeps a picture for use in a text, which refers to it as <c>image:SHA-256</c>.</summary>
public sealed class KeepImageHandler(IBlobs blobs, IPictureCheck check, IPictures pictures)
{
    /// <summary>In bytes.</summary>
    public const int MaxLength = 10 * 1024 * 1024;

    public async Task<Outcome<string>> HandleAsync(PersonId by, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length > MaxLength) return ImageRefusals.TooLarge;

        var picture = check.Check(bytes);
        if (picture.IsRefused) return picture.Refusal;

        var sha256 = await blobs.WriteAsync(bytes, cancellationToken);
        await pictures.UploadedAsync(sha256, by, cancellationToken);

        return sha256;
    }
}

public static class ImageRefusals
{
    public static Refusal TooLarge { get; } = new(RefusalKind.Invalid, "image-too-large",
        new("Hình ảnh lớn quá 10 MB. Hãy giảm kích thước rồi tải lại.", "The picture is larger than 10 MB. Make it smaller and upload it again."));
}
