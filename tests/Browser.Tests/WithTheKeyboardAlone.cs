using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A report comes to its end through people who touch no mouse.</summary>
public sealed class WithTheKeyboardAlone(House house)
{
    private const int MostTabs = 200;

    [Fact]
    public async Task A_report_is_written_reviewed_signed_and_issued()
    {
        var report = await house.StartReportAsync();
        var section = House.SectionAt(report);

        foreach (var (head, unit) in new[] { (Given.FinanceHead, Given.Finance), (Given.HealthHead, Given.Health) })
        {
            var writer = await OpenAsync(head);
            await writer.GotoAsync($"{House.WritingAt(report)}?unit={unit.Value}");
            await writer.Locator(".ProseMirror").WaitForAsync();
            await TabToAsync(writer, "[contenteditable=true]");
            await writer.Keyboard.TypeAsync("Đã làm xong việc của tháng.");
            await PressAsync(writer, "Lưu và trình");
            await SaysAsync(writer, "Đã trình");
        }

        var office = await OpenAsync(Given.Consolidator);
        await office.GotoAsync(section);
        await PressAsync(office, "Trình phiên bản");
        await SaysAsync(office, "Đã trình");

        var vice = await OpenAsync(Given.Vice);
        await vice.GotoAsync(section);
        await PressAsync(vice, "Duyệt phiên bản");
        await SaysAsync(vice, "Đã duyệt");

        var chairman = await OpenAsync(Given.Chairman);
        await chairman.GotoAsync(House.ReportAt(report));
        await PressAsync(chairman, "Đọc toàn văn và ký");
        await chairman.WaitForURLAsync("**/sign");
        await TabToAsync(chairman, "#sign-read");
        await chairman.Keyboard.PressAsync("Space");
        await TabToAsync(chairman, "#sign-password");
        await chairman.Keyboard.TypeAsync(Given.Password);
        await PressAsync(chairman, "Ký báo cáo");
        await SaysAsync(chairman, "Đã ký báo cáo");

        var clerk = await OpenAsync(Given.Clerk);
        await clerk.GotoAsync(House.ReportAt(report));
        await PressAsync(clerk, "Cấp số và ban hành");
        await clerk.WaitForURLAsync("**/issue");
        await TabToAsync(clerk, "#issue-sure");
        await clerk.Keyboard.PressAsync("Space");
        await PressAsync(clerk, "Ban hành");
        await SaysAsync(clerk, "Đã cấp số và ban hành");
    }

    private Task<IPage> OpenAsync(Domain.People.Person person) => house.OpenAsAsync(person, new() { JavaScriptEnabled = true });

    private static Task SaysAsync(IPage page, string words) => page.Locator("[role=status]", new() { HasText = words }).First.WaitForAsync();

    /// <summary>On with Tab to the button or link of this name, and Enter.</summary>
    private static async Task PressAsync(IPage page, string name)
    {
        await TabAsync(page, name, $"document.activeElement.matches('a, button') && document.activeElement.innerText.trim().startsWith({System.Text.Json.JsonSerializer.Serialize(name)})");
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task TabToAsync(IPage page, string selector) => TabAsync(page, selector, $"document.activeElement.matches('{selector}')");

    private static async Task TabAsync(IPage page, string what, string isThere)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"() => {isThere}")) return;
        }

        Assert.Fail($"The keyboard does not come to {what} at {page.Url}.");
    }
}
