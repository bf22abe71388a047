using Domain;

namespace Web.Viewing;

public static class ViewingRefusals
{
    public static Refusal NoSuchVersion { get; } = new(RefusalKind.NotFound, "no-such-version",
        new("Văn bản không có phiên bản này.", "The text has no such version."));

    public static Refusal NoLastText { get; } = new(RefusalKind.NotFound, "no-last-text",
        new("Mục này không có nội dung của kỳ trước.", "There is no text of last period for this section."));
}
