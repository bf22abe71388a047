using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Browser.Tests;

public sealed partial class SpeakingTwoLanguages(House house)
{
    [Fact]
    public async Task A_page_is_Vietnamese_until_English_is_chosen_on_it()
    {
        var page = await house.OpenAsAsync(Given.HealthHead);

        await page.GotoAsync("/start?due=2026-10-30");
        var before = await page.TextAsync();
        await page.PressAsync("English");
        var after = await page.TextAsync();

        Assert.Contains("Mở báo cáo mới", before, StringComparison.Ordinal);
        Assert.Contains("Start a report", after, StringComparison.Ordinal);
        Assert.Contains("Only the Office or an administrator may start a report.", after, StringComparison.Ordinal);
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal($"{house.Address}/start?due=2026-10-30", page.Url);
    }

    [Fact]
    public void Every_phrase_that_a_page_says_is_there_in_both_languages()
    {
        var web = Path.Combine(Pictures.Root, "src", "Web");
        var vietnamese = Names(Path.Combine(web, "Layout", "Phrases.resx"));
        var english = Names(Path.Combine(web, "Layout", "Phrases.en.resx"));
        var said = Directory.EnumerateFiles(web, "*.razor", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(web, "OutlineNames.cs", SearchOption.AllDirectories))
            .SelectMany(file => Said().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.Equal(vietnamese, english);
        Assert.Empty(said.Except(vietnamese));
    }

    private static SortedSet<string> Names(string file) => [.. XDocument.Load(file).Descendants("data").Select(data => data.Attribute("name")?.Value ?? "")];

    [GeneratedRegex("""(?:T|phrases)\["([A-Za-z0-9.]+)"[\],]""")]
    private static partial Regex Said();
}
