using System.Globalization;

namespace Domain.Calendar;

/// <summary>Dates as Decree 30/2020/NĐ-CP writes them (appendix I, part I, II.4.b): a zero before days under 10 and before months 1 and 2 only.</summary>
public static class VietnameseDates
{
    private static readonly string[] Written = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];

    public static string Day(int day) => $"{day:00}";

    public static string Month(int month) => month < 3 ? $"{month:00}" : $"{month}";

    /// <summary>"ngày 05 tháng 01 năm 2020".</summary>
    public static string InFull(DateOnly date) => $"ngày {Day(date.Day)} tháng {Month(date.Month)} năm {date.Year}";

    /// <summary>"06/7/2021".</summary>
    public static string InFigures(DateOnly date) => $"{Day(date.Day)}/{Month(date.Month)}/{date.Year}";

    /// <summary>A date as somebody types it: day before month, or as machines write it; null where it is none.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;

    /// <summary>"14:05 ngày 18/6/2024", in Vietnam time.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var (date, time) = (VietnamTime.DateOf(instant), VietnamTime.TimeOf(instant));

        return $"{time.Hour:00}:{time.Minute:00} ngày {InFigures(date)}";
    }
}
