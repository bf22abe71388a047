using Documents.Model;
using Documents.Pictures;

namespace Documents.Layout;

/// <summary>A picture as it is printed, in points: at 96 pixels an inch, smaller where the page asks for it.</summary>
internal sealed record PictureFit(string Sha256, string FileName, string MediaType, double Width, double Height)
{
    private const double PointsPerPixel = 72.0 / 96;

    public static IReadOnlyDictionary<string, PictureFit> Of(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images) =>
        images.Select(image => Of(image.Key, image.Value)).OfType<PictureFit>().ToDictionary(fit => fit.Sha256);

    private static PictureFit? Of(string sha256, ReadOnlyMemory<byte> bytes)
    {
        var outcome = new PictureCheck().Check(bytes);
        if (outcome.IsRefused) return null;

        var (width, height) = (outcome.Value.Width * PointsPerPixel, outcome.Value.Height * PointsPerPixel);
        var scale = Math.Min(1, Math.Min(Measures.TextWidth / width, Measures.TextHeight * 0.7 / height));
        var extension = outcome.Value.MediaType == Png.MediaType ? "png" : "jpg";

        return new(sha256, $"{sha256}.{extension}", outcome.Value.MediaType, width * scale, height * scale);
    }

    /// <summary>What stands for a picture in a reader that cannot show it.</summary>
    public static string DescriptionOf(Picture picture) => picture.Description.Length > 0 ? picture.Description : "Hình";
}
