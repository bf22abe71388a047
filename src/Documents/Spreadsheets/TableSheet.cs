using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Documents.Spreadsheets;

/// <summary>A workbook of one sheet: a header that stays where one scrolls, and rows below it.</summary>
public static class TableSheet
{
    internal const uint Plain = 0;
    internal const uint Bold = 1;
    internal const uint Day = 2;

    public static byte[] Write(string name, IReadOnlyList<(string Name, double Width)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);

        return Write(name, columns, rows.Select(row => new Row(row.Select(cell => Text(cell)))));
    }

    internal static byte[] Write(string name, IReadOnlyList<(string Name, double Width)> columns, IEnumerable<Row> rows)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();

            sheet.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
                new Columns(columns.Select((column, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = column.Width, CustomWidth = true })),
                new SheetData([new Row(columns.Select(column => Text(column.Name, Bold))), .. rows]));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = name }));
        }

        return stream.ToArray();
    }

    /// <summary>An inline text is never taken for a formula.</summary>
    internal static Cell Text(string text, uint style = Plain) =>
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
