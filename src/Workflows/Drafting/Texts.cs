using System.Text;
using Domain;
using Domain.Reports;
using Workflows.Blobs;

namespace Workflows.Drafting;

/// <summary>Texts as blobs: checked before they go in, and as text again when they come out.</summary>
public sealed class Texts(IBlobs blobs, ITextCheck check, IPictures pictures)
{
    /// <summary>Refused, with its faults, where it cannot be printed as a text of this section.</summary>
    public async Task<Outcome<NewTextBlob>> KeepAsync(string text, ReportId report, SectionId section, OutlineLevel level, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text)) return Domain.Routes.CirculationRefusals.NothingWritten;

        var faults = check.Check(text, level).ToList();
        var images = check.ImagesOf(text);
        var standing = await pictures.StandingAsync(images, report, section, cancellationToken);
        foreach (var image in images)
        {
            // One that whoever wrote the text may not see stands nowhere in it: its name alone opens nothing.
            if (!standing.Contains(image) || await blobs.ReadAsync(image, cancellationToken) is null)
                faults.Add(new("image-missing", null, new("Văn bản dùng một hình ảnh chưa được tải lên.", "The text uses a picture that was not uploaded.")));
        }

        if (faults.Count > 0) return TextRefusals.Unprintable(faults);

        var bytes = Encoding.UTF8.GetBytes(text);

        return new NewTextBlob(await blobs.WriteAsync(bytes, cancellationToken), bytes.Length);
    }

    /// <exception cref="InvalidDataException">The store has lost the text, or it is not what was written.</exception>
    public async Task<string> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        await blobs.ReadAsync(sha256, cancellationToken) is { } bytes
            ? Encoding.UTF8.GetString(bytes.Span)
            : throw new InvalidDataException($"The blob {sha256} is missing.");

    /// <summary>The same where one lost text must not stand in the way of all others: null for it. Verifying the record tells of it.</summary>
    public async Task<string?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(sha256, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

public sealed record NewTextBlob(string Sha256, int Length);

public static class TextRefusals
{
    public static Refusal Unprintable(IReadOnlyList<Fault> faults) => new(RefusalKind.Invalid, "unprintable-text",
        new("Văn bản có chỗ không in được. Nội dung vẫn được giữ trong bản đang soạn; hãy sửa các chỗ dưới đây.",
            "Some of the text cannot be printed. It is still kept in the working copy; mend the places below."))
    { Faults = faults };
}
