using Domain.Reports;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Whoever waits for something sees where it is, and hears when it comes.</summary>
public sealed class FollowingReports(FollowingReports.QuietHouse quiet) : IClassFixture<FollowingReports.QuietHouse>
{
    private readonly House house = quiet.House;

    /// <summary>A house of its own: in lists that everybody fills, what a test made may lie on a later page.</summary>
    public sealed class QuietHouse : IAsyncLifetime
    {
        public House House { get; } = new();

        public ValueTask InitializeAsync() => House.InitializeAsync();

        public ValueTask DisposeAsync() => House.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_asks_for_a_page_behind_the_last_sees_the_last()
    {
        var report = await house.StartReportAsync();
        var finance = await house.OpenAsAsync(Given.FinanceHead);

        foreach (var address in new[] { "/?page=99", "/reports?page=99" })
        {
            await finance.GotoAsync(address);
            Assert.True(await finance.Locator($"main a[href^='{House.ReportAt(report)}']").CountAsync() > 0, address);
        }
    }

    [Fact]
    public async Task Work_that_waits_leads_to_where_it_is_done_and_then_shows_where_it_went()
    {
        var report = await house.StartReportAsync();
        var page = await house.OpenAsAsync(Given.FinanceHead);

        await page.GotoAsync("/");
        var count = int.Parse(await page.Locator("[data-count=waiting]").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("Sau tuần này", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Soạn thảo", await page.TextAsync(), StringComparison.Ordinal);
        await page.Locator($".work a[href*='{report.Value}']").ClickAsync();
        Assert.Equal(House.SectionAt(report), new Uri(page.Url).AbsolutePath);

        await SubmitAsync(report);
        await page.GotoAsync("/");
        Assert.Equal(0, await page.Locator($".work a[href*='{report.Value}']").CountAsync());
        Assert.Equal(count - 1, int.TryParse(await page.Locator("[data-count=waiting]").InnerTextAsync(), out var left) ? left : 0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Tôi đã xử lý" }).ClickAsync();
        Assert.Contains("đang ở: Soạn thảo", await page.Locator($".work > li:has(a[href*='{report.Value}'])").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_is_narrowed_without_script_and_stays_so_from_page_to_page()
    {
        var report = await house.StartReportAsync();
        var page = await house.OpenAsAsync(Given.Consolidator);

        await page.GotoAsync("/reports");
        await page.SelectOptionAsync("#unit", new SelectOptionValue { Label = "Phòng Tài chính" });
        await page.FillAsync("#from", "2026-10-30");
        await page.FillAsync("#to", "2026-10-30");
        await page.PressAsync("Lọc");

        Assert.Contains($"unit={Given.Finance.Value}", page.Url, StringComparison.Ordinal);
        Assert.Equal("30/10/2026", await page.InputValueAsync("#from"));
        Assert.True(await page.Locator(".board a").CountAsync() > 0);

        await SubmitAsync(report);
        await page.SelectOptionAsync("#person", new SelectOptionValue { Label = Given.FinanceHead.Name });
        await page.PressAsync("Lọc");
        Assert.Equal(0, await page.Locator($".board a[href='{House.ReportAt(report)}']").CountAsync());

        await page.GotoAsync("/reports?unit=nonsense&state=nonsense&from=nonsense&person=");
        Assert.True(await page.Locator(".board a").CountAsync() > 0);
        await page.CheckAsync("#late");
        await page.PressAsync("Lọc");
        Assert.Contains("Không có báo cáo nào", await page.TextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Bỏ lọc" }).ClickAsync();
        Assert.True(await page.Locator(".board a").CountAsync() > 0);
    }

    [Fact]
    public async Task A_report_tells_what_happened_by_person_section_and_kind()
    {
        var report = await house.StartReportAsync();
        await SubmitAsync(report);
        var page = await house.OpenAsAsync(Given.Vice);

        await page.GotoAsync(House.ReportAt(report));
        Assert.Equal(1, await page.Locator(".route-drawing .stage-here").CountAsync());
        Assert.Contains("Phòng Y tế", await page.Locator(".matrix .now").InnerTextAsync(), StringComparison.Ordinal);
        await page.SelectOptionAsync("#trail-by", new SelectOptionValue { Label = Given.FinanceHead.Name });
        await page.SelectOptionAsync("#trail-what", new SelectOptionValue { Label = "đã trình" });
        await page.Locator("form[aria-label='Lọc nhật ký']").GetByRole(AriaRole.Button).ClickAsync();

        Assert.Equal(1, await page.Locator(".trail li").CountAsync());
        Assert.Contains("đã trình", await page.Locator(".trail li").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_boards_and_notices_change_while_one_looks_at_them()
    {
        var report = await house.StartReportAsync();
        var scripted = new BrowserNewContextOptions { JavaScriptEnabled = true };
        var (office, board) = (await house.OpenAsAsync(Given.Consolidator, scripted), await house.OpenAsAsync(Given.Vice, new() { JavaScriptEnabled = true }));
        await office.GotoAsync("/");
        await board.GotoAsync(House.ReportAt(report));
        var heard = office.Locator($".work a[href*='{report.Value}']");
        Assert.Equal(0, await heard.CountAsync());

        await SubmitAsync(report);
        await SubmitAsync(report, Given.HealthHead, Given.Health);

        await Assertions.Expect(heard).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Assertions.Expect(office.Locator("[data-count=unread]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(board.Locator(".matrix .now")).ToContainTextAsync("Văn phòng", new() { Timeout = 20_000 });

        await office.Locator("a.bell").ClickAsync();
        Assert.Contains("Việc mới", await office.Locator(".unread").First.InnerTextAsync(), StringComparison.Ordinal);
        await office.PressAsync("Đánh dấu đã đọc tất cả");
        Assert.Equal(0, await office.Locator(".unread").CountAsync());
        Assert.True(await office.Locator("[data-count=unread]").IsHiddenAsync());
        await office.Locator(".work a").First.ClickAsync();
        Assert.Equal(House.SectionAt(report), new Uri(office.Url).AbsolutePath);
    }

    [Fact]
    public async Task The_screen_on_the_wall_refreshes_itself_without_script()
    {
        var report = await house.StartReportAsync();
        var page = await house.OpenAsAsync(Given.Clerk);

        await page.GotoAsync("/wall");

        Assert.True(await page.Locator(".wall-report").CountAsync() is > 0 and <= 4);
        Assert.Contains("0/1", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Matches("^30;url=/wall", await page.Locator("meta[http-equiv=refresh]").GetAttributeAsync("content") ?? "");
        Assert.NotEqual(default, report);
    }

    [Fact]
    public async Task Nobody_hears_anything_who_is_not_signed_in()
    {
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(house.Address) };

        using var answer = await stranger.GetAsync(new Uri("/live", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.NotEqual("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.True((int)answer.StatusCode is 302 or 401);
    }

    private async Task SubmitAsync(ReportId report, Domain.People.Person? head = null, Domain.People.UnitId? unit = null)
    {
        // So that what it leads to is the newest in every list.
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        var page = await house.OpenAsAsync(head ?? Given.FinanceHead);
        await page.GotoAsync($"{House.WritingAt(report)}?unit={(unit ?? Given.Finance).Value}");
        await page.WriteAsync("Thu ngân sách đạt 98,51% dự toán.");
        await page.PressAsync("Lưu và trình");
        Assert.Contains("Đã trình", await page.SaidAsync(), StringComparison.Ordinal);
    }
}
