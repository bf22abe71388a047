using System.Text;
using Domain.People;

namespace Domain.Reports;

/// <summary>The text that is being written, saved every few seconds, before it becomes a version (bản đang soạn).</summary>
public sealed record WorkingCopy
{
    /// <summary>In bytes of UTF-8. A section of a report is a few pages; what is larger is a file pasted by mistake.</summary>
    public const int MaxLength = 2 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public required ReportId Report { get; init; }

    public required TextId Of { get; init; }

    /// <summary>Counts the times it was saved; 0 for one that was never saved.</summary>
    public int Revision { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Everyone who wrote in it since the last version.</summary>
    public IReadOnlyList<PersonId> Writers { get; init; } = [];

    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The copy with the text that somebody wrote on top of the revision they had open.</summary>
    public Outcome<WorkingCopy> Save(string text, PersonId by, int onRevision, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);

        if (!IsUnicode(text)) return WorkingCopyRefusals.NotText;
        if (onRevision != Revision) return WorkingCopyRefusals.ChangedMeanwhile(Revision);

        var clean = text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        if (Encoding.UTF8.GetByteCount(clean) > MaxLength) return WorkingCopyRefusals.TooLong;

        return clean == Text ? this : this with { Text = clean, Revision = Revision + 1, Writers = Writers.Contains(by) ? Writers : [.. Writers, by], SavedAt = at };
    }

    /// <summary>Half a character cannot be normalised, and not every database keeps the null character.</summary>
    private static bool IsUnicode(string text)
    {
        try
        {
            return Strict.GetByteCount(text) >= 0 && !text.Contains('\0');
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}

public static class WorkingCopyRefusals
{
    public static Refusal TooLong { get; } = new(RefusalKind.Invalid, "text-too-long",
        new("Văn bản dài quá 2 MB. Hãy chia nhỏ hoặc đưa hình ảnh vào qua nút tải ảnh.", "The text is longer than 2 MB. Split it, or upload its pictures instead of pasting them."));

    public static Refusal NotText { get; } = new(RefusalKind.Invalid, "not-text",
        new("Nội dung không phải văn bản Unicode (UTF-8). Hãy chuyển bảng mã rồi gửi lại.", "This is not Unicode text (UTF-8). Convert it and send it again."));

    public static Refusal ChangedMeanwhile(int revision) => new(RefusalKind.Conflict, "changed-meanwhile",
        new($"Người khác vừa sửa văn bản này (lần lưu {revision}). Nội dung của bạn chưa được ghi đè; hãy so sánh và gộp.",
            $"Somebody else changed this text (save {revision}). Nothing was overwritten: compare and merge."));
}
