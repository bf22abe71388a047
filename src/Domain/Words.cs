using System.Globalization;

namespace Domain;

/// <summary>A sentence for people, in the two languages that the interface speaks.</summary>
public sealed record Words(string Vi, string En)
{
    /// <summary>The sentence in the culture's language; Vietnamese where it is not English.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);

        return culture.TwoLetterISOLanguageName == "en" ? En : Vi;
    }

    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
