using DocumentFormat.OpenXml.Wordprocessing;

namespace Documents.Docx;

/// <summary>The units and small parts of WordprocessingML.</summary>
internal static class Ooxml
{
    public const string FontName = "Times New Roman";

    public static int Twips(double points) => (int)Math.Round(points * 20);

    public static string HalfPoints(double points) => ((int)Math.Round(points * 2)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Text(this int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Lines of single spacing times a factor.</summary>
    public static SpacingBetweenLines Spacing(double before = 0, double after = 0, double lines = 1) => new()
    {
        Before = Twips(before).Text(),
        After = Twips(after).Text(),
        Line = ((int)Math.Round(240 * lines)).Text(),
        LineRule = LineSpacingRuleValues.Auto,
    };

    public static SpacingBetweenLines ExactLine(double height, double before = 0) => new()
    {
        Before = Twips(before).Text(),
        After = "0",
        Line = Twips(height).Text(),
        LineRule = LineSpacingRuleValues.Exact,
    };

    public static TableBorders NoBorders() => Borders(BorderValues.Nil);

    public static TableBorders Grid() => Borders(BorderValues.Single);

    private static TableBorders Borders(BorderValues kind)
    {
        var borders = new TableBorders(new TopBorder(), new LeftBorder(), new BottomBorder(), new RightBorder(), new InsideHorizontalBorder(), new InsideVerticalBorder());
        foreach (var border in borders.Elements<BorderType>())
        {
            border.Val = kind;
            if (kind == BorderValues.Single) (border.Size, border.Space, border.Color) = (4, 0, "000000");
        }

        return borders;
    }

    /// <param name="sides">Left and right, in points.</param>
    public static TableCellMarginDefault CellMargins(double sides, double above) => new(
        new TopMargin { Width = Twips(above).Text(), Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = (short)Twips(sides), Type = TableWidthValues.Dxa },
        new BottomMargin { Width = Twips(above).Text(), Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = (short)Twips(sides), Type = TableWidthValues.Dxa });

    public static TableCellWidth CellWidth(double points) => new() { Width = Twips(points).Text(), Type = TableWidthUnitValues.Dxa };
}
