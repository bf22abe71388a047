using Microsoft.Playwright;
using Web.Demo;

namespace Browser.Tests;

/// <summary>Every page of the demo, in each of its shapes: wide and narrow, light and dark; looked at by axe, and kept as a picture.</summary>
public sealed class LookingAtEveryPage : IClassFixture<LookingAtEveryPage.DemoHouse>
{
    private readonly House house;

    public LookingAtEveryPage(DemoHouse demo) => house = demo.House;

    public sealed class DemoHouse : IAsyncLifetime
    {
        public House House { get; } = new() { HasDemo = true };

        public ValueTask InitializeAsync() => House.InitializeAsync();

        public ValueTask DisposeAsync() => House.DisposeAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nothing_is_cut_off_and_nobody_is_left_out(int width, ColorScheme scheme)
    {
        var faults = new List<string>();

        await foreach (var (name, page, isTouched) in PagesAsync(width, scheme)) faults.AddRange(await Looking.FaultsAsync(page, name, isTouched));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async IAsyncEnumerable<(string Name, IPage Page, bool IsTouched)> PagesAsync(int width, ColorScheme scheme)
    {
        var anonymous = await house.OpenAsync(Looking.As(width, scheme));
        await anonymous.GotoAsync("/sign-in");
        yield return ("sign-in", anonymous, false);
        await anonymous.SignInAsync("nobody@tanhoa.example", "wrong");
        yield return ("sign-in-refused", anonymous, false);
        await anonymous.EvaluateAsync("document.querySelector('main [name=__RequestVerificationToken]').value = ''");
        await anonymous.FillAsync("#password", "wrong");
        await anonymous.PressAsync("Đăng nhập");
        yield return ("form-not-valid", anonymous, true);

        foreach (var who in (string[])["lvtri", "qnminh", "ltndiem", "vtklien"])
        {
            var page = await AsAsync(who, width, scheme);

            await page.GotoAsync("/");
            yield return ($"work-{who}", page, false);

            var next = page.Locator(".work .title[href*='/sections/']");
            if (await next.CountAsync() > 0)
            {
                await next.First.ClickAsync();
                foreach (var details in await page.Locator("details:not([open]) > summary").AllAsync())
                    if (await details.IsVisibleAsync()) await details.ClickAsync();
                yield return ($"section-{who}", page, true);
            }
        }

        var office = await AsAsync("qnminh", width, scheme);
        await office.GotoAsync("/reports");
        yield return ("reports", office, false);
        await office.GotoAsync("/reports?state=Signed");
        yield return ("reports-none", office, false);
        await office.GotoAsync("/reports");
        var reports = await office.Locator(".grid tbody th a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var (report, place) in reports.Select((report, place) => (report, place)))
        {
            await office.GotoAsync(report);
            yield return ($"report-{place + 1}", office, false);
        }

        await office.GotoAsync(reports[^1]);
        await office.Locator(".grid tbody tr:not(.parent) th a").Nth(12).ClickAsync();
        yield return ("section-cleared", office, false);
        await office.Locator("main a[href*='/versions/']").First.ClickAsync();
        yield return ("version", office, false);
        await office.GotoAsync("/start");
        yield return ("start-whole", office, false);
        await office.GotoAsync("/templates");
        await office.Locator("main .grid th a").First.ClickAsync();
        yield return ("template-whole", office, false);
        await office.GotoAsync("/routes");
        yield return ("routes-whole", office, false);
        await office.GotoAsync("/search?q=chuyen+doi+so");
        yield return ("search", office, false);
        await office.GotoAsync("/register");
        yield return ("register", office, false);
        await office.GotoAsync("/help");
        yield return ("help", office, false);
        await office.GotoAsync("/nothing/here");
        yield return ("missing", office, false);
        await office.GotoAsync("/reports");
        await office.PressAsync("English");
        yield return ("reports-english", office, false);
        await office.GotoAsync(reports[0]);
        yield return ("report-english", office, false);
    }

    private Task<IPage> AsAsync(string who, int width, ColorScheme scheme)
    {
        var file = DemoFiles.Agency();
        var person = file.People.First(person => person.Mail == who);

        return house.OpenAsAsync(DemoAgency.Person(person.Key), file.MailOf(person), DemoServices.Password, Looking.As(width, scheme));
    }
}
