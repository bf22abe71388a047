namespace Browser.Tests;

/// <summary>Whoever remembers a few words finds where they were written.</summary>
public sealed class SearchingForWords(House house)
{
    [Fact]
    public async Task What_a_unit_submitted_is_found_from_any_page_without_its_marks()
    {
        var report = await house.StartReportAsync();
        var head = await house.OpenAsAsync(Given.FinanceHead);
        await head.GotoAsync($"{House.WritingAt(report)}?unit={Given.Finance.Value}");
        await head.WriteAsync("Thu ngân sách ở xã Thạnh Hoà đạt 1.234 triệu đồng.");
        await head.PressAsync("Lưu và trình");

        var page = await house.OpenAsAsync(Given.Vice);
        await page.GotoAsync("/reports");
        await page.FillAsync("#search-box", "thanh hoa 1.234");
        await page.PressAsync("#search-box", "Enter");
        // It is read a moment after it was written.
        for (var round = 0; round < 20 && await page.Locator(".found mark").CountAsync() == 0; round++)
        {
            await page.WaitForTimeoutAsync(300);
            await page.ReloadAsync();
        }

        Assert.Equal(["Thạnh", "Hoà", "1", "234"], await page.Locator(".found mark").AllInnerTextsAsync());
        Assert.Equal("Tìm “thanh hoa 1.234” – Soạn duyệt báo cáo", await page.TitleAsync());
        await page.FillAsync("#q", "\"hòa thạnh\"");
        await page.PressAsync("Tìm");
        Assert.Contains("Không tìm thấy", await page.Locator(".empty").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("\"hòa thạnh\"", await page.InputValueAsync("#q"));

        await page.FillAsync("#q", "Thạnh Hòa");
        await page.PressAsync("Tìm");
        await page.Locator(".found a").First.ClickAsync();
        await page.WaitForURLAsync("**/versions/1*");
        Assert.Contains("xã Thạnh Hoà", await page.Locator("main p", new() { HasText = "Thạnh" }).First.InnerTextAsync(), StringComparison.Ordinal);
    }
}
