using Microsoft.Playwright;
using Web.Demo;

namespace Browser.Tests;

/// <summary>The pages that show where things are, in each of their shapes.</summary>
public sealed class LookingAtWhatIsUnderWay(LookingAtEveryPage.DemoHouse demo) : IClassFixture<LookingAtEveryPage.DemoHouse>
{
    private readonly House house = demo.House;

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nothing_is_cut_off_and_nobody_is_left_out(int width, ColorScheme scheme)
    {
        var faults = new List<string>();
        var file = DemoFiles.Agency();
        var office = file.People.First(person => person.Mail == "qnminh");
        var page = await house.OpenAsAsync(DemoAgency.Person(office.Key), file.MailOf(office), DemoServices.Password, Looking.As(width, scheme));

        await page.GotoAsync("/");
        faults.AddRange(await Looking.FaultsAsync(page, "tracking-work"));
        await page.GotoAsync("/?view=sent");
        faults.AddRange(await Looking.FaultsAsync(page, "tracking-sent"));
        await page.GotoAsync("/notices");
        faults.AddRange(await Looking.FaultsAsync(page, "tracking-notices"));
        await page.GotoAsync("/reports?state=UnderWay");
        faults.AddRange(await Looking.FaultsAsync(page, "tracking-board"));
        await page.Locator(".board tbody th a").First.ClickAsync();
        faults.AddRange(await Looking.FaultsAsync(page, "tracking-report"));
        await page.GotoAsync("/wall");
        faults.AddRange(await Looking.FaultsAsync(page, "tracking-wall"));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task What_is_late_says_so_in_words_wherever_it_stands(int width)
    {
        await using var own = new House();
        await own.InitializeAsync();
        var report = await own.StartReportAsync();
        own.Clock.Advance(TimeSpan.FromDays(40));
        var page = await own.OpenAsAsync(Given.FinanceHead, Looking.As(width));
        var faults = new List<string>();

        foreach (var (name, address) in new[] { ("late-work", "/"), ("late-board", "/reports?late=true"), ("late-report", House.ReportAt(report)), ("late-section", House.SectionAt(report)), ("late-wall", "/wall") })
        {
            await page.GotoAsync(address);
            Assert.Contains("quá hạn", await page.TextAsync(), StringComparison.OrdinalIgnoreCase);
            faults.AddRange(await Looking.FaultsAsync(page, name));
        }

        Assert.Equal([], faults);
    }
}
