using Domain;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Returning;

/// <summary>The shape of what a reviewer writes.</summary>
public static class Remarks
{
    public static Refusal TooLong { get; } = new(RefusalKind.Invalid, "comment-too-long",
        new("Góp ý dài quá 8.000 ký tự. Hãy tách thành nhiều góp ý.", "A comment is longer than 8,000 characters. Split it."));

    public static Refusal? Check(IReadOnlyList<Remark> remarks) =>
        remarks.Any(remark => remark.Text?.Length > Comment.MaxLength || remark.Quote?.Length > Comment.MaxLength) ? TooLong : null;
}
