using Domain.People;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Everybody does their part from what waits for them, on a phone: each page that they come by is looked at.</summary>
public sealed class WithAPhoneInHand(House house)
{
    private readonly List<string> faults = [];
    private int seen;

    [Fact]
    public async Task A_report_comes_from_its_drafters_to_its_issue_with_a_return_on_the_way()
    {
        var report = await house.StartReportAsync();
        var section = House.SectionAt(report);

        foreach (var (head, text) in new[] { (Given.FinanceHead, "Thu ngân sách đạt 96% dự toán."), (Given.HealthHead, "Tiêm chủng đạt 97%.") })
        {
            var writer = await OpenAsync(head, section);
            await writer.OpenWritingAsync();
            await writer.Locator(".ProseMirror").TapAsync();
            await writer.Keyboard.TypeAsync(text);
            await LookAsync(writer, "writing");
            await TapAsync(writer, "Lưu và trình", "Đã trình");
        }

        var office = await OpenAsync(Given.Consolidator, section);
        await TapAsync(office, "Ghi và trình", "Đã trình");

        var vice = await OpenAsync(Given.Vice, section);
        await vice.UnfoldAsync("Trả lại kèm góp ý");
        await vice.CheckAsync("#to-draft");
        await vice.CheckAsync($"#unit-{Given.Health.Value}");
        await vice.FillAsync("#text-0", "Ghi rõ số liệu đến ngày nào.");
        await vice.SelectOptionAsync("#for-0", Given.Health.Value.ToString());
        await LookAsync(vice, "returning");
        await TapAsync(vice, "Trả lại phiên bản 1", "Đã trả lại");

        var health = await OpenAsync(Given.HealthHead, section);
        await health.Locator("article.thread textarea").FillAsync("Đã ghi rõ đến 31/8.");
        await LookAsync(health, "answering");
        await TapAsync(health, "Tiếp thu", "Đã trả lời");
        await health.OpenWritingAsync();
        await health.Locator(".ProseMirror").TapAsync();
        await health.Keyboard.PressAsync("Control+End");
        await health.Keyboard.TypeAsync(" Số liệu đến 31/8.");
        await TapAsync(health, "Lưu và trình", "Đã trình");

        office = await OpenAsync(Given.Consolidator, section);
        await TapAsync(office, "Ghi và trình", "Đã trình");

        vice = await OpenAsync(Given.Vice, section);
        Assert.Contains("Đã ghi rõ đến 31/8.", await vice.TextAsync(), StringComparison.Ordinal);
        await TapAsync(vice, "Duyệt phiên bản 2", "Đã duyệt");

        var chairman = await OpenAsync(Given.Chairman, House.ReportAt(report));
        await chairman.GetByRole(AriaRole.Link, new() { Name = "Đọc toàn văn và ký" }).TapAsync();
        await chairman.Locator("#sign-read").TapAsync();
        await chairman.FillAsync("#sign-password", "gõ nhầm trên điện thoại");
        await chairman.GetByRole(AriaRole.Button, new() { Name = "Ký báo cáo", Exact = true }).TapAsync();
        await Assertions.Expect(chairman.Locator("#refused")).ToBeInViewportAsync();
        await chairman.FillAsync("#sign-password", Given.Password);
        await LookAsync(chairman, "signing");
        await TapAsync(chairman, "Ký báo cáo", "Đã ký báo cáo");

        var clerk = await OpenAsync(Given.Clerk, House.ReportAt(report));
        await clerk.GetByRole(AriaRole.Link, new() { Name = "Cấp số và ban hành" }).TapAsync();
        await clerk.Locator("#issue-sure").TapAsync();
        await LookAsync(clerk, "issuing");
        await TapAsync(clerk, "Ban hành", "Đã cấp số và ban hành");

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What waits for somebody, and from there to the thing itself.</summary>
    private async Task<IPage> OpenAsync(Person person, string address)
    {
        var options = Looking.As(360);
        options.HasTouch = true;
        var page = await house.OpenAsAsync(person, options);

        await page.GotoAsync("/");
        await LookAsync(page, "work");
        await page.Locator($"main a[href^='{address}']").First.TapAsync();
        await page.WaitForURLAsync($"**{address}**");
        await LookAsync(page, "opened");

        return page;
    }

    private async Task TapAsync(IPage page, string name, string said)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).TapAsync();
        await page.Locator("[role=status]", new() { HasText = said }).First.WaitForAsync();
        await LookAsync(page, "done");
    }

    private async Task LookAsync(IPage page, string at) => faults.AddRange(await Looking.FaultsAsync(page, $"hand-{++seen:00}-{at}", isTouched: true));
}
