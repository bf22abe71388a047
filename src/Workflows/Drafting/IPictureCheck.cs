using Domain;

namespace Workflows.Drafting;

/// <summary>Says whether bytes are a picture that can be printed, before they become a blob.</summary>
public interface IPictureCheck
{
    /// <summary>Refused for anything but a PNG or a JPEG of sensible size, whatever its name says.</summary>
    Outcome<CheckedPicture> Check(ReadOnlyMemory<byte> bytes);
}

/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">In pixels, as is <paramref name="Height"/>.</param>
public sealed record CheckedPicture(string MediaType, int Width, int Height);
