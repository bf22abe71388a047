using Domain.Reports;

namespace Documents.Tests;

/// <summary>A made-up district and its report; a test changes what it cares about.</summary>
public static class Given
{
    public const string Sentence =
        "Ủy ban nhân dân huyện đã chỉ đạo các cơ quan chuyên môn tập trung triển khai đồng bộ các nhiệm vụ, giải pháp phát triển kinh tế - xã hội, bảo đảm quốc phòng - an ninh trên địa bàn.";

    public static readonly string Paragraph = $"{Sentence} {Sentence} {Sentence}";

    public static readonly string Closing = "Trên đây là Báo cáo kết quả công tác chỉ đạo, điều hành 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2026 của Ủy ban nhân dân huyện Tân Hòa.";

    public static Manuscript Report { get; } = new()
    {
        Letterhead = new()
        {
            Agency = ["Ủy ban nhân dân", "Huyện Tân Hòa"],
            Symbol = "BC-UBND",
            Place = "Tân Hòa",
            Month = 6,
            Year = 2026,
        },
        TypeName = "Báo cáo",
        Abstract = "Kết quả công tác chỉ đạo, điều hành 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2026",
        Addressees = ["Thường trực Hội đồng nhân dân huyện"],
        Sections =
        [
            new(OutlineLevel.Plain, null, Paragraph),
            new(OutlineLevel.Heading, "Đặc điểm tình hình", ""),
            new(OutlineLevel.Clause, "Thuận lợi", Paragraph),
            new(OutlineLevel.Clause, "Khó khăn", Paragraph),
            new(OutlineLevel.Plain, null, Closing),
        ],
        Signature = new(["TM. Ủy ban nhân dân", "Chủ tịch"], "Trần Minh Đức"),
        Recipients = ["Như trên", "Đại biểu Hội đồng nhân dân huyện", "Lưu: VT"],
    };

    public static Manuscript Issued { get; } = Report with
    {
        Letterhead = Report.Letterhead with { Number = 5, Day = 8 },
        Signature = Report.Signature with { IsSigned = true },
    };

    /// <summary>A report whose one clause says this.</summary>
    public static Manuscript ReportOf(string text, OutlineLevel level = OutlineLevel.Clause) => Report with
    {
        Sections = [new(OutlineLevel.Heading, "Kết quả", ""), new(level, "Nội dung", text), new(OutlineLevel.Plain, null, Closing)],
    };

    public static string Table(int rows) =>
        "| STT | Xã, thị trấn | Kết quả |\n|---:|---|---|\n"
        + string.Join('\n', Enumerable.Range(1, rows).Select(row => $"| {row} | Xã số {row} | Đã hoàn thành cải tạo, nâng cấp tuyến đường liên ấp số {row} theo kế hoạch được giao |"));
}
