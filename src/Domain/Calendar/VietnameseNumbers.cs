using System.Globalization;

namespace Domain.Calendar;

/// <summary>Numbers as Vietnamese reports write them. Own separators: a culture's depend on the machine.</summary>
public static class VietnameseNumbers
{
    private static readonly NumberFormatInfo Separators = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>"3.792".</summary>
    public static string Format(long value) => value.ToString("N0", Separators);

    /// <summary>"1.234,50" with two places; rounded half away from zero.</summary>
    public static string Format(decimal value, int places) => value.ToString($"N{places}", Separators);

    /// <summary>"98,51%" for 98.51 with two places.</summary>
    public static string Percent(decimal value, int places) => $"{Format(value, places)}%";
}
