using DocumentFormat.OpenXml.Spreadsheet;
using Documents.Html;
using Workflows.Viewing;

namespace Documents.Spreadsheets;

/// <summary>The register of outgoing documents as a workbook, in the ten columns of its form (Decree 30/2020/NĐ-CP, appendix IV, part I).</summary>
public static class RegisterSheet
{
    private static readonly (string Name, double Width)[] columns =
    [
        ("Số, ký hiệu văn bản", 18), ("Ngày tháng văn bản", 14), ("Tên loại và trích yếu nội dung văn bản", 60), ("Người ký", 22), ("Nơi nhận văn bản", 40),
        ("Đơn vị, người nhận bản lưu", 20), ("Số lượng bản", 10), ("Ngày chuyển", 12), ("Ký nhận", 12), ("Ghi chú", 20),
    ];

    public static byte[] Write(IEnumerable<RegisterLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);

        return TableSheet.Write("Sổ đăng ký văn bản đi", columns, lines.Select(RowOf));
    }

    private static Row RowOf(RegisterLine line)
    {
        var entry = line.Entry;

        // The copy that is kept is named among the recipients, last: "Lưu: VT, VP".
        var kept = line.Recipients.Where(recipient => recipient.StartsWith("Lưu", StringComparison.OrdinalIgnoreCase)).ToList();

        return new(
            TableSheet.Text($"{entry.Number:00}/{entry.Symbol}"),
            new Cell { CellValue = new(entry.On.ToDateTime(TimeOnly.MinValue).ToOADate()), DataType = CellValues.Number, StyleIndex = TableSheet.Day },
            TableSheet.Text($"{line.TypeName} {HtmlWriter.PlainLine(entry.Abstract)}"),
            TableSheet.Text(entry.Signer),
            TableSheet.Text(string.Join("; ", line.Recipients.Except(kept))),
            TableSheet.Text(string.Join("; ", kept)),
            new Cell(),
            new Cell(),
            new Cell(),
            TableSheet.Text(entry.Recall?.Note.Vi ?? ""));
    }
}
