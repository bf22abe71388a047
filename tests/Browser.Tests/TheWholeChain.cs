using Domain.Reports;
using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class TheWholeChain(House house)
{
    [Fact]
    public async Task A_report_goes_from_outline_to_issued_document_through_the_pages_without_script()
    {
        // The Office starts it.
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync($"/start?template={Given.Template.Value}");
        await office.FillAsync("#due", "2026-10-30");
        await office.FillAsync("#abstract", "Kết quả đi hết quy trình");
        await office.PressAsync("Mở báo cáo");
        Assert.Contains("Đã mở báo cáo", await office.SaidAsync(), StringComparison.Ordinal);
        var report = new ReportId(Guid.Parse(new Uri(office.Url).Segments[^1]));
        var section = House.SectionAt(report);

        // A drafter writes and may not submit; the head may.
        var drafter = await house.OpenAsAsync(Given.FinanceDrafter);
        await drafter.GotoAsync(section);
        Assert.Contains("Hoàng Văn Tài", await drafter.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await drafter.GetByRole(AriaRole.Button, new() { Name = "Lưu và trình" }).CountAsync());
        await drafter.WriteAsync("Thu ngân sách đạt **96%** dự toán.");
        await drafter.PressAsync("Lưu bản đang soạn");
        Assert.Contains("Đã lưu", await drafter.SaidAsync(), StringComparison.Ordinal);

        var finance = await house.OpenAsAsync(Given.FinanceHead);
        await finance.GotoAsync("/");
        await finance.Locator($"main a[href='{section}']").ClickAsync();
        await finance.OpenWritingAsync();
        await finance.PressAsync("Lưu và trình");
        Assert.Contains("Đã trình", await finance.SaidAsync(), StringComparison.Ordinal);

        // The other unit cannot submit nothing.
        var health = await house.OpenAsAsync(Given.HealthHead);
        await health.GotoAsync(section);
        await health.OpenWritingAsync();
        await health.PressAsync("Lưu và trình");
        Assert.Contains("Chưa có nội dung để trình", await health.SaidAsync(), StringComparison.Ordinal);
        await health.WriteAsync("Tiêm chủng đạt 97%.");
        await health.PressAsync("Lưu và trình");

        // The Office makes its own version and submits that.
        await office.GotoAsync(section);
        await office.WriteAsync("Thu ngân sách đạt **96%** dự toán.\n\nTiêm chủng đạt 97%; không có dịch.");
        await office.PressAsync("Ghi thành phiên bản mới");
        Assert.Contains("Đã ghi thành phiên bản mới", await office.SaidAsync(), StringComparison.Ordinal);
        await office.PressAsync("Trình phiên bản 2");

        // The vice-chair returns it to one unit, with a comment on its words.
        var vice = await house.OpenAsAsync(Given.Vice);
        await vice.GotoAsync(section);
        await vice.UnfoldAsync("Trả lại kèm góp ý");
        await vice.CheckAsync("#to-draft");
        await vice.CheckAsync($"#unit-{Given.Health.Value}");
        await vice.FillAsync("#text-0", "Ghi rõ số liệu đến ngày nào.");
        await vice.FillAsync("#quote-0", "Tiêm chủng đạt 97%");
        await vice.SelectOptionAsync("#for-0", Given.Health.Value.ToString());
        await vice.PressAsync("Trả lại phiên bản 2");
        Assert.Contains("Đã trả lại", await vice.SaidAsync(), StringComparison.Ordinal);

        // Health answers before it may submit again.
        await health.GotoAsync("/");
        Assert.Contains("Bị trả lại, lượt 2", await health.TextAsync(), StringComparison.Ordinal);
        await health.GotoAsync(section);
        Assert.Contains("góp ý chưa trả lời", await health.TextAsync(), StringComparison.Ordinal);
        await health.Locator("article.thread textarea").FillAsync("Đã ghi rõ đến 31/8.");
        await health.PressAsync("Tiếp thu");
        await health.WriteAsync("Đến 31/8, tiêm chủng đạt 97%.");
        await health.PressAsync("Lưu và trình");
        Assert.Contains("Đã trình", await health.SaidAsync(), StringComparison.Ordinal);

        // It comes back to the vice-chair, who approves.
        await office.GotoAsync(section);
        await office.PressAsync("Trình phiên bản 3");
        await vice.GotoAsync(section);
        Assert.Contains("Đã ghi rõ đến 31/8.", await vice.TextAsync(), StringComparison.Ordinal);
        await vice.PressAsync("Duyệt phiên bản 3");
        Assert.Contains("Đã duyệt", await vice.SaidAsync(), StringComparison.Ordinal);

        // The chairman signs, the clerk issues, everybody may fetch the file.
        var chairman = await house.OpenAsAsync(Given.Chairman);
        await chairman.GotoAsync(House.ReportAt(report));
        await chairman.GetByRole(AriaRole.Link, new() { Name = "Đọc toàn văn và ký" }).ClickAsync();
        Assert.Contains("CHỦ TỊCH", await chairman.TextAsync(), StringComparison.OrdinalIgnoreCase);
        await chairman.CheckAsync("#sign-read");
        await chairman.FillAsync("#sign-password", Given.Password);
        await chairman.PressAsync("Ký báo cáo");
        Assert.Contains("Đã ký báo cáo", await chairman.SaidAsync(), StringComparison.Ordinal);

        var clerk = await house.OpenAsAsync(Given.Clerk);
        await clerk.GotoAsync(House.ReportAt(report));
        await clerk.GetByRole(AriaRole.Link, new() { Name = "Cấp số và ban hành" }).ClickAsync();
        await clerk.CheckAsync("#issue-sure");
        await clerk.PressAsync("Ban hành");
        Assert.Contains("Đã cấp số và ban hành", await clerk.SaidAsync(), StringComparison.Ordinal);
        Assert.Matches(@"Số \d{2,}/BC-UBND", await clerk.TextAsync());

        var download = await drafter.RunAndWaitForDownloadAsync(async () =>
        {
            await drafter.GotoAsync(House.ReportAt(report));
            await drafter.GetByRole(AriaRole.Link, new() { Name = "Tải bản ban hành (PDF)" }).ClickAsync();
        });
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8.ToArray(), bytes[..4]);
        Assert.EndsWith("-BC-UBND.pdf", download.SuggestedFilename, StringComparison.Ordinal);
    }
}
