using System.Globalization;

namespace Documents.Model;

/// <summary>The letters, numerals and dates of official Vietnamese writing.</summary>
public static class Vietnamese
{
    /// <summary>The letters that points are lettered with. Appendix I, II.6.đ asks for the order of the Vietnamese alphabet;
    /// the decree itself letters its points so, without ă â ê ô ơ ư and the letters that Vietnamese lacks.</summary>
    public const string PointLetters = "abcdđeghiklmnopqrstuvxy";

    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly (int Value, string Numeral)[] romanNumerals =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    public static string Roman(int number)
    {
        // Past this the numeral is only a row of Ms.
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);

        var roman = "";
        foreach (var (value, numeral) in romanNumerals)
            for (; number >= value; number -= value)
                roman += numeral;

        return roman;
    }

    /// <summary>a … y, then aa, ab and so on: the law has no word for a 24th point.</summary>
    public static string PointLetter(int number)
    {
        if (number < 1) return number.ToString(CultureInfo.InvariantCulture);

        var letters = "";
        for (; number > 0; number = (number - 1) / PointLetters.Length)
            letters = PointLetters[(number - 1) % PointLetters.Length] + letters;

        return letters;
    }

    /// <summary>From 1; 0 where the letter is none of the law's.</summary>
    public static int PointNumber(char letter) => PointLetters.IndexOf(letter, StringComparison.Ordinal) + 1;

    /// <summary>Appendix I, II.3.c: a number below 10 takes a zero before it.</summary>
    public static string DocumentNumber(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>Appendix I, II.4.b: days below 10 take a zero.</summary>
    public static string Day(int day) => day.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>Appendix I, II.4.b: of the months only 1 and 2 take a zero.</summary>
    public static string Month(int month) => month.ToString(month <= 2 ? "00" : "0", CultureInfo.InvariantCulture);
}
