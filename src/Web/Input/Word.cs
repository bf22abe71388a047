using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Web.Input;

/// <summary>A choice in an address, in the word that JSON has for it: "inSections".</summary>
[SuppressMessage("Design", "CA1000", Justification = "IParsable asks for static members.")]
public readonly record struct Word<TChoice>(TChoice Value) : IParsable<Word<TChoice>>
    where TChoice : struct, Enum
{
    public static Word<TChoice> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var word) ? word : throw new FormatException($"No such {typeof(TChoice).Name}: {s}");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Word<TChoice> result)
    {
        foreach (var choice in Enum.GetValues<TChoice>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(choice.ToString()) != s) continue;

            result = new(choice);

            return true;
        }

        result = default;

        return false;
    }
}
