using System.Text;

namespace Web.Viewing;

/// <summary>Lists as spreadsheets read them (RFC 4180).</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>Excel reads UTF-8 only where the byte order mark says so.</summary>
    public static ReadOnlySpan<byte> Begin => Encoding.UTF8.Preamble;

    public static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Quoted; and a spreadsheet must not take what somebody wrote for a formula.</summary>
    private static string Cell(string text)
    {
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;

        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
