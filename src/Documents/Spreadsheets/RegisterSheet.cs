using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Documents.Html;
using Workflows.Viewing;

namespace Documents.Spreadsheets;

/// <summary>The register of outgoing documents as a workbook, in the ten columns of its form (Decree 30/2020/NĐ-CP, appendix IV, part I).</summary>
public static class RegisterSheet
{
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Day = 2;

    private static readonly (string Name, double Width)[] columns =
    [
        ("Số, ký hiệu văn bản", 18), ("Ngày tháng văn bản", 14), ("Tên loại và trích yếu nội dung văn bản", 60), ("Người ký", 22), ("Nơi nhận văn bản", 40),
        ("Đơn vị, người nhận bản lưu", 20), ("Số lượng bản", 10), ("Ngày chuyển", 12), ("Ký nhận", 12), ("Ghi chú", 20),
    ];

    public static byte[] Write(IEnumerable<RegisterLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);

        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();

            // The header stays where one scrolls.
            sheet.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(columns.Select((column, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = column.Width, CustomWidth = true })),
                new SheetData([new Row(columns.Select(column => Text(column.Name, Bold))), .. lines.Select(RowOf)]));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Sổ đăng ký văn bản đi" }));
        }

        return stream.ToArray();
    }

    private static Row RowOf(RegisterLine line)
    {
        var entry = line.Entry;

        // The copy that is kept is named among the recipients, last: "Lưu: VT, VP".
        var kept = line.Recipients.Where(recipient => recipient.StartsWith("Lưu", StringComparison.OrdinalIgnoreCase)).ToList();

        return new(
            Text($"{entry.Number:00}/{entry.Symbol}"),
            new Cell { CellValue = new(entry.On.ToDateTime(TimeOnly.MinValue).ToOADate()), DataType = CellValues.Number, StyleIndex = Day },
            Text($"{line.TypeName} {HtmlWriter.PlainLine(entry.Abstract)}"),
            Text(entry.Signer),
            Text(string.Join("; ", line.Recipients.Except(kept))),
            Text(string.Join("; ", kept)));
    }

    /// <summary>An inline text is never taken for a formula.</summary>
    private static Cell Text(string text, uint style = Plain) =>
        new() { DataType = CellValues.InlineString, InlineString = new(new Text(text)), StyleIndex = style };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd/mm/yyyy" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}
