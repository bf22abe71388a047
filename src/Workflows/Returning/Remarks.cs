using Domain;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Returning;

/// <summary>The shape of what a reviewer writes.</summary>
public static class Remarks
{
    public static Refusal TooLong { get; } = new(RefusalKind.Invalid, "comment-too-long",
        new("Góp ý dài quá 8.000 ký tự. Hãy tách thành nhiều góp ý.", "A comment is longer than 8,000 characters. Split it."));

    public static Refusal TooMuchAround { get; } = new(RefusalKind.Invalid, "too-much-around",
        new($"Phần văn bản trước và sau đoạn được góp ý chỉ ghi tối đa {Anchor.MaxAround} ký tự mỗi bên.", $"What stands before and after the quoted words may have {Anchor.MaxAround} characters each."));

    public static Refusal? Check(IReadOnlyList<Remark> remarks) =>
        remarks.Select(remark => Check(remark.Text, remark.Quote, remark.Prefix, remark.Suffix)).FirstOrDefault(refusal => refusal is not null);

    public static Refusal? Check(string? text, string? quote, string? prefix, string? suffix) =>
        text?.Length > Comment.MaxLength || quote?.Length > Comment.MaxLength ? TooLong
        : prefix?.Length > Anchor.MaxAround || suffix?.Length > Anchor.MaxAround ? TooMuchAround
        : null;
}
