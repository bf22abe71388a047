using System.Globalization;
using System.Text;

namespace Domain;

/// <summary>Vietnamese as it is typed in a hurry: "Nguyễn Đức" is found by "nguyen duc".</summary>
public static class Unaccented
{
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var letters = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            // "đ" is a letter of its own, and comes apart in no normal form.
            if (letter is 'đ' or 'Đ') letters.Append('d');
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) letters.Append(char.ToLowerInvariant(letter));
        }

        return letters.ToString();
    }
}
