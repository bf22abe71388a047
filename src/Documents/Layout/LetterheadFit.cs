using Documents.Model;
using Domain.Reports;

namespace Documents.Layout;

/// <summary>The words of the first page and of the signature block as they are printed, with the lengths of the lines under them.</summary>
internal sealed record LetterheadFit
{
    // II.1
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    public const string AddresseesTitle = "Kính gửi";
    public const string RecipientsTitle = "Nơi nhận:";

    /// <summary>Stands in the place of a signature that is on record but not on the paper.</summary>
    public const string Signed = "(Đã ký)";

    public required IReadOnlyList<string> Superior { get; init; }
    public required IReadOnlyList<string> Agency { get; init; }
    public required double AgencyRule { get; init; }

    /// <summary>II.1.b: as long as the motto.</summary>
    public double MottoRule { get; } = Typeface.Bold.Width(Motto, Measures.MottoSize);

    public required string Number { get; init; }
    public required string Date { get; init; }
    public required double AbstractWidth { get; init; }
    public required double AbstractRule { get; init; }

    /// <summary>One addressee without a mark, or several with dashes and closing marks.</summary>
    public required IReadOnlyList<string> Addressees { get; init; }

    /// <summary>Where "Kính gửi" begins when several are addressed, so that the whole stands in the middle of the page.</summary>
    public required double AddresseesIndent { get; init; }

    /// <summary>From there to the colon, below which the dashes stand (II.9.d).</summary>
    public double AddresseesColon { get; } = Typeface.Regular.Width(AddresseesTitle, Measures.BodySize);

    public required IReadOnlyList<string> Recipients { get; init; }
    public required IReadOnlyList<string> SignatureLines { get; init; }

    public static LetterheadFit Of(Document document)
    {
        var head = document.Letterhead;
        var agency = head.Agency.Select(line => line.InCapitals()).ToList();
        var (width, lines) = LineFit.Balance(document.Abstract, Measures.BodySize, Measures.TextWidth * 0.92);
        var addressees = document.Addressees.Count == 1 ? document.Addressees : Listed(document.Addressees);

        var longest = addressees.Select(line => Typeface.Regular.Width(line, Measures.BodySize)).DefaultIfEmpty(0).Max();
        var colon = Typeface.Regular.Width(AddresseesTitle, Measures.BodySize);

        return new()
        {
            Superior = [.. head.Superior.Select(line => line.InCapitals())],
            Agency = agency,
            AgencyRule = LineFit.RuleLength(Wrapped(agency)),
            Number = NumberLine(head),
            Date = DateLine(head),
            AbstractWidth = width,
            AbstractRule = LineFit.RuleLength(lines),
            Addressees = addressees,
            AddresseesIndent = Math.Max(Measures.Indent, (Measures.TextWidth - colon - longest) / 2),
            Recipients = Listed(document.Recipients),
            SignatureLines = [.. document.Signature.Lines.Select(line => line.InCapitals())],
        };
    }

    private static List<double> Wrapped(IEnumerable<string> lines) => [.. lines.SelectMany(line =>
        LineFit.Break([new Run(line, TextStyle.Bold)], Measures.AgencySize, Measures.AgencyColumn))];

    /// <summary>II.3.c: a colon after "Số", no blanks around the stroke.</summary>
    private static string NumberLine(Letterhead head) =>
        $"Số: {(head.Number is { } number ? Vietnamese.DocumentNumber(number) : Measures.NumberBlank)}/{head.Symbol}";

    /// <summary>II.4.c</summary>
    private static string DateLine(Letterhead head) =>
        $"{head.Place}, ngày {(head.Day is { } day ? Vietnamese.Day(day) : Measures.DayBlank)} tháng {Vietnamese.Month(head.Month)} năm {head.Year}";

    /// <summary>II.9.d: a dash before each, a semicolon after it, a full stop after the last.</summary>
    private static IReadOnlyList<string> Listed(IReadOnlyList<string> lines) =>
        [.. lines.Select((line, index) => $"- {line}{(index == lines.Count - 1 ? "." : ";")}")];
}
