using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Domain.Calendar;

/// <summary>How long the time is that a report tells of (Decree 09/2019/NĐ-CP, article 11: monthly, quarterly, half-yearly, nine-monthly, yearly).</summary>
public enum PeriodKind
{
    Month,
    Quarter,
    HalfYear,
    NineMonths,
    Year,
}

/// <summary>The time that a report tells of (kỳ báo cáo).</summary>
/// <param name="Number">Which month, quarter or half of the year, from 1; 1 where a year has only one.</param>
[JsonConverter(typeof(ReportingPeriodConverter))]
public sealed partial record ReportingPeriod(PeriodKind Kind, int Year, int Number)
{
    private static readonly string[] Romans = ["I", "II", "III", "IV"];

    /// <summary>"2026-09", "2026-Q3", "2026-H1", "2026-9M" or "2026".</summary>
    public string Code => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}"),
        PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}-H{Number}"),
        PeriodKind.NineMonths => string.Create(CultureInfo.InvariantCulture, $"{Year}-9M"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year}"),
    };

    public DateOnly FirstDay => new(Year, 1 + (Number - 1) * Months, 1);

    public DateOnly LastDay => FirstDay.AddMonths(Months).AddDays(-1);

    public ReportingPeriod Next => this with { Number = Number % Count + 1, Year = Number == Count ? Year + 1 : Year };

    private int Months => Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, PeriodKind.NineMonths => 9, _ => 12 };

    private int Count => Kind switch { PeriodKind.Month => 12, PeriodKind.Quarter => 4, PeriodKind.HalfYear => 2, _ => 1 };

    /// <summary>As a report's title has it: "tháng 9 năm 2026".</summary>
    public string InTitle => Kind == PeriodKind.Year ? $"năm {Year}" : $"{WithoutYear} năm {Year}";

    /// <summary>"tháng 9 năm 2026" or "September 2026".</summary>
    public Words InWords => new(InTitle, Kind switch
    {
        PeriodKind.Month => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Number)} {Year}",
        PeriodKind.Quarter => $"Quarter {Romans[Number - 1]}, {Year}",
        PeriodKind.HalfYear => Number == 1 ? $"First half of {Year}" : $"Second half of {Year}",
        PeriodKind.NineMonths => $"First nine months of {Year}",
        _ => $"Year {Year}",
    });

    /// <summary>The period of which this is the <see cref="Code"/>.</summary>
    public static Outcome<ReportingPeriod> Parse(string code) => Find(code) is { } period ? period : PeriodRefusals.NoSuchPeriod(code);

    /// <summary>The period of which this is the <see cref="Code"/>; null where it is none's.</summary>
    public static ReportingPeriod? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);

        var match = Coded().Match(code);
        if (!match.Success) return null;

        var year = Number("year");

        return match.Groups["month"].Success ? new ReportingPeriod(PeriodKind.Month, year, Number("month"))
            : match.Groups["quarter"].Success ? new(PeriodKind.Quarter, year, Number("quarter"))
            : match.Groups["half"].Success ? new(PeriodKind.HalfYear, year, Number("half"))
            : match.Groups["nine"].Success ? new(PeriodKind.NineMonths, year, 1)
            : new(PeriodKind.Year, year, 1);

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private string WithoutYear => Kind switch
    {
        PeriodKind.Month => $"tháng {VietnameseDates.Month(Number)}",
        PeriodKind.Quarter => $"quý {Romans[Number - 1]}",
        PeriodKind.HalfYear => Number == 1 ? "6 tháng đầu" : "6 tháng cuối",
        PeriodKind.NineMonths => "9 tháng đầu",
        _ => "năm",
    };

    /// <summary>All that a year has: its months, its quarters, its halves, its first nine months, itself.</summary>
    public static IReadOnlyList<ReportingPeriod> Of(int year) =>
        [.. Enum.GetValues<PeriodKind>().SelectMany(kind => Enumerable.Range(1, new ReportingPeriod(kind, year, 1).Count).Select(number => new ReportingPeriod(kind, year, number)))];

    /// <summary>The periods that a report started on the day may tell of: the ones just ended, running, and coming.</summary>
    public static IReadOnlyList<ReportingPeriod> Around(DateOnly day)
    {
        var (last, next) = (day.AddMonths(-1), day.AddMonths(1));
        var quarter = new ReportingPeriod(PeriodKind.Quarter, day.Year, (day.Month + 2) / 3);
        var before = quarter.Number == 1 ? new(PeriodKind.Quarter, day.Year - 1, 4) : quarter with { Number = quarter.Number - 1 };

        return
        [
            new(PeriodKind.Month, last.Year, last.Month), new(PeriodKind.Month, day.Year, day.Month), new(PeriodKind.Month, next.Year, next.Month),
            before, quarter,
            new(PeriodKind.HalfYear, day.Year, 1), new(PeriodKind.HalfYear, day.Year, 2),
            new(PeriodKind.NineMonths, day.Year, 1),
            new(PeriodKind.Year, day.Year - 1, 1), new(PeriodKind.Year, day.Year, 1), new(PeriodKind.Year, day.Year + 1, 1),
        ];
    }

    /// <summary>A title of an earlier period with this one in its place, and where it looks ahead, the one after; at its end where it names none.</summary>
    public string PutInto(string title)
    {
        ArgumentNullException.ThrowIfNull(title);

        var found = 0;
        var put = Named().Replace(title, match => found++ switch
        {
            0 => NamedLike(match),
            1 => Kind == PeriodKind.NineMonths ? RestLike(match) : Next.NamedLike(match),
            _ => match.Value,
        });

        return found > 0 ? put : $"{title.TrimEnd()} {InTitle}";
    }

    /// <summary>"6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2026" names its year once.</summary>
    private string NamedLike(Match match) => match.Groups["year"].Success || Kind == PeriodKind.Year ? InTitle : Kind is PeriodKind.HalfYear or PeriodKind.NineMonths ? $"{WithoutYear} năm" : WithoutYear;

    /// <summary>Nine months are followed by the rest of their year, which no report of its own tells of.</summary>
    private string RestLike(Match match) => match.Groups["year"].Success ? $"3 tháng cuối năm {Year}" : "3 tháng cuối năm";

    [GeneratedRegex(@"\b(?:(?:tháng\s+\d{1,2}|quý\s+(?:IV|I{1,3}|\d)|[36]\s+tháng\s+(?:đầu|cuối)|9\s+tháng(?:\s+đầu)?)(?:\s*(?:năm\s+|/)(?<year>\d{4})|\s+năm)?|năm\s+(?<year>\d{4}))(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<year>[12][0-9]{3})(-(?:(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])|H(?<half>[12])|(?<nine>9M)))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Coded();
}

public static class PeriodRefusals
{
    public static Refusal NoSuchPeriod(string code) => new(RefusalKind.Invalid, "no-such-period",
        new($"Không có kỳ báo cáo “{code}”. Hãy viết như 2026-09 (tháng), 2026-Q3 (quý), 2026-H1 (nửa năm), 2026-9M (9 tháng) hoặc 2026 (năm).",
            $"There is no reporting period “{code}”. Write 2026-09 (a month), 2026-Q3 (a quarter), 2026-H1 (half a year), 2026-9M (nine months) or 2026 (a year)."));
}
