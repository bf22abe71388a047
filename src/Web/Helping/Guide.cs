using System.Globalization;
using Documents.Html;

namespace Web.Helping;

/// <summary>The user guide of docs/, which the program carries with it, in the reader's language.</summary>
public static class Guide
{
    private static readonly string vietnamese = Read("guide.vi.md");
    private static readonly string english = Read("guide.en.md");

    public static string Html => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : vietnamese;

    private static string Read(string name)
    {
        using var stream = typeof(Guide).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program does not carry {name}.");
        using var reader = new StreamReader(stream);

        return GuideHtml.Write(reader.ReadToEnd());
    }
}
