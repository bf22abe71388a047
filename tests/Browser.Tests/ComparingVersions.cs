using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class ComparingVersions(House house)
{
    [Fact]
    public async Task A_reader_sees_what_changed_between_two_versions_inline_and_side_by_side()
    {
        var section = House.SectionAt(await house.StartReportAsync());
        var finance = await house.OpenAsAsync(Given.FinanceHead);
        await finance.GotoAsync(section);
        await finance.WriteAsync("Thu ngân sách đạt 96% dự toán.");
        await finance.PressAsync("Lưu và trình");
        await finance.PressAsync("Rút lại");
        await finance.GotoAsync(section);
        await finance.WriteAsync("Thu ngân sách ước đạt 97% dự toán.");
        await finance.PressAsync("Lưu và trình");

        await finance.GotoAsync($"{section}/compare?unit={Given.Finance.Value}&from=1&to=2");
        Assert.Contains("2 chỗ thay đổi", await finance.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("97", string.Concat(await finance.Locator(".text ins").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Contains("96", string.Concat(await finance.Locator(".text del").AllInnerTextsAsync()), StringComparison.Ordinal);

        await finance.SelectOptionAsync("#view", "side");
        await finance.PressAsync("So sánh");
        Assert.Contains("96%", await finance.Locator(".compared-old").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("96%", await finance.Locator(".compared-new").First.InnerTextAsync(), StringComparison.Ordinal);

        var faults = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            var page = await house.OpenAsAsync(Given.FinanceHead, Looking.As(width, scheme));
            await page.GotoAsync($"{section}/compare?unit={Given.Finance.Value}&from=1&to=2&view=side");
            faults.AddRange(await Looking.FaultsAsync(page, "compare"));
        }

        Assert.Empty(faults);
    }
}
