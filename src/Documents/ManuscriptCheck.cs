using Domain;
using Domain.Reports;
using Workflows.Drafting;

namespace Documents;

/// <summary>The text check, over all that a manuscript says; each fault names the place that it is in.</summary>
internal sealed class ManuscriptCheck(ITextCheck check, IPictureCheck pictures)
{
    public static Refusal Unprintable(IReadOnlyList<Fault> faults) => new(RefusalKind.Invalid, "unprintable-text", new(
        "Báo cáo chưa in được vì có chỗ sai trong văn bản. Hãy sửa các lỗi dưới đây rồi thử lại.",
        "The report cannot be printed since its text has faults. Correct those below and try again."))
    {
        Faults = faults,
    };

    public IReadOnlyList<Fault> Check(Manuscript manuscript)
    {
        var faults = new List<Fault>();

        Add(new("Trích yếu", "Abstract"), $"{manuscript.Abstract}\n\n{manuscript.AbstractNotes}", OutlineLevel.Plain);
        foreach (var basis in manuscript.Basis)
            Add(new("Căn cứ", "Basis"), basis, OutlineLevel.Plain);

        foreach (var section in manuscript.Sections)
        {
            var name = section.Heading is { Length: > 0 } heading
                ? new Words($"Mục “{heading}”", $"Section “{heading}”")
                : new Words("Đoạn mở đầu hoặc kết thúc", "Opening or closing paragraph");

            Add(name, section.Heading ?? "", OutlineLevel.Plain);
            Add(name, section.Text, section.Level);
            faults.AddRange(Pictures(section.Text, manuscript.Images).Select(message => In(name, message)));
        }

        return faults;

        void Add(Words place, string text, OutlineLevel level) => faults.AddRange(check.Check(text, level).Select(fault => In(place, fault)));
    }

    private IEnumerable<Fault> Pictures(string text, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images)
    {
        foreach (var hash in check.ImagesOf(text))
            if (!images.TryGetValue(hash, out var bytes))
                yield return new("picture-missing", null, new(
                    "Không tìm thấy một ảnh mà văn bản nhắc đến. Hãy chèn lại ảnh.",
                    "A picture that the text refers to is not there. Insert it again."));
            else if (pictures.Check(bytes).Refusal is { } refusal)
                yield return new(refusal.Code, null, refusal.Message);
    }

    private static Fault In(Words place, Fault fault) => fault with
    {
        Message = new($"{place.Vi}: {fault.Message.Vi}", $"{place.En}: {fault.Message.En}"),
    };
}
