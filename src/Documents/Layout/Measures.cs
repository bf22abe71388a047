namespace Documents.Layout;

/// <summary>The measures of Decree 30/2020/NĐ-CP, appendix I, part I, in points; sizes are those of the sample in its division V.</summary>
internal static class Measures
{
    // I.1 and I.3: A4; 20–25 mm above and below, 30–35 mm on the left, 15–20 mm on the right.
    public const double PageWidth = 210 * Millimetre;
    public const double PageHeight = 297 * Millimetre;
    public const double TopMargin = 20 * Millimetre;
    public const double BottomMargin = 20 * Millimetre;
    public const double LeftMargin = 30 * Millimetre;
    public const double RightMargin = 15 * Millimetre;
    public const double TextWidth = PageWidth - LeftMargin - RightMargin;
    public const double TextHeight = PageHeight - TopMargin - BottomMargin;

    // II.1
    public const double NationSize = 12;
    public const double MottoSize = 13;

    // II.2
    public const double AgencySize = 12;

    // II.3 and II.4
    public const double NumberSize = 13;
    public const double DateSize = 13;

    // II.5 to II.7; I.7 for the page number.
    public const double BodySize = 14;

    // II.9
    public const double RecipientsTitleSize = 12;
    public const double RecipientsSize = 11;

    // The decree says nothing of tables and footnotes: a step and two below the text, as real reports have them.
    public const double TableSize = 13;
    public const double SmallestTableSize = 9;
    public const double NoteSize = 11;

    // II.6.e: 1.27 cm, at least 6 pt between paragraphs, lines between single and 1.5.
    public const double Indent = 12.7 * Millimetre;
    public const double ParagraphGap = 6;
    public const double LineHeight = 1.1;

    /// <summary>Single spacing of Times New Roman, as a multiple of its size.</summary>
    public const double SingleLine = 1.149;

    /// <summary>The left column of the letterhead: the right one holds the nation's name in one line.</summary>
    public const double AgencyColumn = 66 * Millimetre;

    public const double RecipientsColumn = 75 * Millimetre;

    /// <summary>Where the signature and the seal come.</summary>
    public const double SignaturePlace = 72;

    public const double CellPadding = 4;

    /// <summary>The place that is left for the number, four digits wide, and for the day, two: no-break spaces of a quarter em.</summary>
    public static readonly string NumberBlank = new('\u00A0', 8);
    public static readonly string DayBlank = new('\u00A0', 5);

    private const double Millimetre = 72 / 25.4;
}
