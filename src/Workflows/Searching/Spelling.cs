using System.Globalization;
using System.Text;

namespace Workflows.Searching;

/// <param name="Start">Where it begins in the text.</param>
/// <param name="Folded">Without marks, in small letters, đ as d: what a word typed without marks is looked for as.</param>
/// <param name="Spelled">In small letters with its marks, the tone as a digit behind the syllable, so that <c>hoà</c> and <c>hòa</c> are one word.</param>
public readonly record struct SpelledWord(int Start, int Length, string Folded, string Spelled)
{
    /// <summary>Whether it was written with any mark: then nothing but that spelling is meant.</summary>
    public bool IsMarked => Folded != Spelled;
}

/// <summary>Vietnamese words as they are compared in a search.</summary>
public static class Spelling
{
    // Grave, acute, hook above, tilde, dot below.
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    public static IEnumerable<SpelledWord> WordsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        for (var place = 0; place < text.Length; place++)
        {
            if (!IsOfAWord(text[place])) continue;

            var start = place;
            while (place < text.Length && IsOfAWord(text[place])) place++;

            var (folded, spelled) = Of(text[start..place]);
            if (folded.Length > 0) yield return new(start, place - start, folded, spelled);
        }
    }

    private static bool IsOfAWord(char letter) => char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private static (string Folded, string Spelled) Of(string word)
    {
        if (word.All(char.IsAscii))
        {
            var plain = word.ToLowerInvariant();

            return (plain, plain);
        }

        var folded = new StringBuilder(word.Length);
        var spelled = new StringBuilder(word.Length);
        var tones = new StringBuilder();

        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) folded.Append(letter == 'đ' ? 'd' : letter);

            if (Tones.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var tone) tones.Append(tone + 1);
            else spelled.Append(letter);
        }

        return (folded.ToString(), spelled.ToString().Normalize(NormalizationForm.FormC) + tones);
    }
}
