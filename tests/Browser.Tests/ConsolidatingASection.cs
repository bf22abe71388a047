using Domain.People;
using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class ConsolidatingASection(House house)
{
    private const string Finance = "Thu ngân sách đạt **96%** dự toán năm[^1].\n\nChi đầu tư phát triển giải ngân chậm hơn cùng kỳ.\n\n[^1]: Số liệu đến ngày 31/8.";
    private const string Health = "Tiêm chủng mở rộng đạt 97% kế hoạch[^1].\n\n- Không có dịch bệnh lớn.\n- Đã kiểm tra 12 cơ sở dược.\n\n[^1]: Theo Trạm Y tế các xã.";

    [Fact]
    public async Task The_office_puts_a_text_together_and_everybody_sees_where_each_paragraph_came_from_without_script()
    {
        var section = House.SectionAt(await house.StartReportAsync());
        await SubmitAsync(section, Given.FinanceHead, Finance);

        // One unit is still waited for.
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync($"{section}/consolidate");
        Assert.Contains("còn đơn vị chưa trình", await office.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Bùi Thị Y", await office.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await office.GetByRole(AriaRole.Button, new() { Name = "Lấy tất cả" }).CountAsync());

        await SubmitAsync(section, Given.HealthHead, Health);
        await office.GotoAsync("/");
        Assert.NotEqual(0, await office.Locator("main a.title[href$='/consolidate']").CountAsync());
        await office.GotoAsync(section);
        await office.GetByRole(AriaRole.Link, new() { Name = "Mở bàn tổng hợp" }).ClickAsync();

        // It begins with all that was given; the Office chooses anew: first Health, then Finance above it.
        Assert.Equal(5, await office.Locator(".desk-text .part").CountAsync());
        await office.UnfoldAsync("Làm lại từ đầu");
        await office.PressAsync("Bỏ hết để chọn từng đoạn");
        Assert.Contains("Văn bản còn trống", await office.TextAsync(), StringComparison.Ordinal);
        await TakeAsync(office, Given.Health, 0);
        await TakeAsync(office, Given.Health, 2);
        await office.CheckAsync("input[name=place][value='0']");
        await TakeAsync(office, Given.Finance, 0);
        Assert.Equal(["Phòng Tài chính", "Phòng Y tế", "Phòng Y tế"], await OriginsAsync(office));

        // A paragraph is edited in its place, another one is the Office's own.
        await office.GetByRole(AriaRole.Button, new() { Name = "Sửa đoạn 2" }).ClickAsync();
        await office.FillAsync("#part-text", "Tiêm chủng mở rộng ước đạt 98% kế hoạch[^1].\n\n[^1]: Theo Trạm Y tế các xã.");
        await office.PressAsync("Lưu đoạn");
        await office.CheckAsync("input[name=place][value='3']");
        await office.PressAsync("Viết thêm đoạn");
        await office.FillAsync("#part-text", "Văn phòng đề nghị các đơn vị tiếp tục bám sát chỉ tiêu.");

        // Whatever is pressed, what is open is kept.
        await office.GetByRole(AriaRole.Button, new() { Name = "Chuyển đoạn 3 lên" }).ClickAsync();
        Assert.Equal(["Phòng Tài chính", "Phòng Y tế", "Phòng Y tế đã sửa", "Văn phòng"], await OriginsAsync(office));
        await office.PressAsync("Ghi và trình");
        Assert.Contains("Đã trình", await office.SaidAsync(), StringComparison.Ordinal);

        // The reviewer sees where it came from.
        var vice = await house.OpenAsAsync(Given.Vice);
        await vice.GotoAsync(section);
        var origins = vice.Locator("section[aria-labelledby=origins]");
        Assert.Contains("Phòng Y tế 2 đoạn (1 đã sửa)", await origins.Locator(".origins").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Văn phòng đề nghị", await origins.Locator(".part.origin-office").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await vice.GetByRole(AriaRole.Link, new() { Name = "Mở bàn tổng hợp" }).CountAsync());

        // The unit sees what became of its words.
        var health = await house.OpenAsAsync(Given.HealthHead);
        await health.GotoAsync(section);
        Assert.Contains("Văn phòng đã sửa phần của đơn vị bạn", await health.TextAsync(), StringComparison.Ordinal);
        await health.UnfoldAsync("đoạn có thay đổi");
        Assert.Contains("98", string.Concat(await health.Locator("section[aria-labelledby=origins] ins").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Contains("Không có dịch bệnh lớn", string.Concat(await health.Locator("section[aria-labelledby=origins] del").AllInnerTextsAsync()), StringComparison.Ordinal);
        await health.GetByRole(AriaRole.Link, new() { Name = "So toàn văn" }).ClickAsync();
        Assert.Contains("chỗ thay đổi", await health.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_unit_submits_again_the_offices_editing_comes_back_with_what_the_unit_changed()
    {
        var section = await SubmittedAsync();
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync($"{section}/consolidate?edit=0");
        await office.FillAsync("#part-text", "Thu ngân sách ước đạt **96%** dự toán năm[^1-1].");
        await office.PressAsync("Ghi thành phiên bản mới");
        Assert.Contains("Đã ghi thành phiên bản mới", await office.SaidAsync(), StringComparison.Ordinal);

        await office.GetByRole(AriaRole.Link, new() { Name = "Trả lại đơn vị" }).ClickAsync();
        await office.UnfoldAsync("Trả lại kèm góp ý");
        await office.CheckAsync($"#unit-{Given.Health.Value}");
        await office.FillAsync("#text-0", "Bổ sung số cơ sở dược đã kiểm tra.");
        await office.SelectOptionAsync("#for-0", Given.Health.Value.ToString());
        await office.Locator("button", new() { HasText = "Trả lại phiên bản 2" }).ClickAsync();
        var health = await house.OpenAsAsync(Given.HealthHead);
        await health.GotoAsync(section);
        await health.Locator("article.thread textarea").First.FillAsync("Đã bổ sung.");
        await health.PressAsync("Tiếp thu");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await SubmitAsync(section, Given.HealthHead, Health.Replace("12 cơ sở", "15 cơ sở", StringComparison.Ordinal));

        await office.GotoAsync($"{section}/consolidate");
        Assert.Contains("Đơn vị đã trình lại", await office.TextAsync(), StringComparison.Ordinal);
        await office.UnfoldAsync("Thay đổi so với phiên bản 1");
        Assert.Contains("15", string.Concat(await office.Locator(".source ins").AllInnerTextsAsync()), StringComparison.Ordinal);
        await office.PressAsync("Đưa lại phần đã biên tập");

        var text = await office.Locator(".desk-text > .text-parts").InnerTextAsync();
        Assert.Contains("ước đạt", text, StringComparison.Ordinal);
        Assert.Contains("15 cơ sở", text, StringComparison.Ordinal);
        Assert.DoesNotContain("12 cơ sở", text, StringComparison.Ordinal);
        Assert.Equal(0, await office.GetByRole(AriaRole.Button, new() { Name = "Đưa lại phần đã biên tập" }).CountAsync());
    }

    [Fact]
    public async Task Two_at_the_desk_overwrite_nothing_of_each_other()
    {
        var section = await SubmittedAsync();
        var (one, other) = (await house.OpenAsAsync(Given.Consolidator), await house.OpenAsAsync(Given.Consolidator));
        await one.GotoAsync($"{section}/consolidate?edit=0");
        await other.GotoAsync($"{section}/consolidate");
        await other.GetByRole(AriaRole.Button, new() { Name = "Bỏ đoạn 1", Exact = true }).ClickAsync();

        await one.FillAsync("#part-text", "Điều tôi vừa viết.");
        await one.PressAsync("Lưu đoạn");

        Assert.Contains("Người khác vừa sửa văn bản này", await one.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal("Điều tôi vừa viết.", await one.InputValueAsync("#lost"));
        Assert.Equal(4, await one.Locator(".desk-text .part").CountAsync());
    }

    [Fact]
    public async Task With_script_a_paragraph_is_taken_in_place_and_the_hands_stay_where_they_were()
    {
        var section = await SubmittedAsync();
        var office = await house.OpenAsAsync(Given.Consolidator, new() { JavaScriptEnabled = true });
        await office.GotoAsync($"{section}/consolidate");
        await office.EvaluateAsync("window.isSamePage = true");
        await office.UnfoldAsync("Làm lại từ đầu");
        await office.PressAsync("Bỏ hết để chọn từng đoạn");
        await office.Locator(".desk-text .empty").WaitForAsync();

        await office.Locator($"button[value^='take:{Given.Finance.Value}:1:0']").PressAsync("Enter");
        await office.Locator(".desk-text .part").WaitForAsync();

        Assert.True(await office.EvaluateAsync<bool>("window.isSamePage"));
        Assert.Equal($"take:{Given.Finance.Value}:1:1", await office.EvaluateAsync<string>("document.activeElement.value"));
        await office.Keyboard.PressAsync("Enter");
        await office.Locator(".desk-text #p-1").WaitForAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Chuyển đoạn 2 lên" }).ClickAsync();
        await office.Locator("#p-0.part-now").WaitForAsync();
        Assert.Contains("Chi đầu tư", await office.Locator("#p-0").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_and_the_origins_of_a_text_are_fit_to_look_at()
    {
        var section = await SubmittedAsync();
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync($"{section}/consolidate?edit=1");
        await office.FillAsync("#part-text", "Chi đầu tư phát triển giải ngân chậm hơn cùng kỳ năm trước.");
        await office.PressAsync("Lưu đoạn");
        await office.GetByRole(AriaRole.Button, new() { Name = "Bỏ đoạn 4", Exact = true }).ClickAsync();
        await office.PressAsync("Ghi thành phiên bản mới");

        var waiting = House.SectionAt(await house.StartReportAsync());
        await SubmitAsync(waiting, Given.FinanceHead, Finance);

        var faults = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            var page = await house.OpenAsAsync(Given.Consolidator, Looking.As(width, scheme));
            await page.GotoAsync($"{section}/consolidate?at=2&now=1");
            faults.AddRange(await Looking.FaultsAsync(page, "consolidate"));
            await page.GotoAsync($"{section}/consolidate?edit=1");
            faults.AddRange(await Looking.FaultsAsync(page, "consolidate-edit", isTouched: true));
            await page.GotoAsync($"{waiting}/consolidate");
            faults.AddRange(await Looking.FaultsAsync(page, "consolidate-waiting", isTouched: true));

            var drafter = await house.OpenAsAsync(Given.HealthHead, Looking.As(width, scheme));
            await drafter.GotoAsync(section);
            await drafter.EvaluateAsync("document.querySelectorAll('section[aria-labelledby=origins] details').forEach(one => one.open = true)");
            faults.AddRange(await Looking.FaultsAsync(drafter, "section-origins", isTouched: true));
        }

        Assert.Empty(faults);
    }

    private async Task<string> SubmittedAsync()
    {
        var section = House.SectionAt(await house.StartReportAsync());
        await SubmitAsync(section, Given.FinanceHead, Finance);
        await SubmitAsync(section, Given.HealthHead, Health);

        return section;
    }

    private async Task SubmitAsync(string section, Person head, string text)
    {
        var page = await house.OpenAsAsync(head);
        await page.GotoAsync(section);
        await page.WriteAsync(text);
        await page.PressAsync("Lưu và trình");
    }

    private static Task TakeAsync(IPage page, UnitId unit, int part) => page.Locator($"button[value='take:{unit.Value}:1:{part}']").ClickAsync();

    private static async Task<IReadOnlyList<string>> OriginsAsync(IPage page) =>
        [.. (await page.Locator(".desk-text .part .origin").AllInnerTextsAsync()).Select(origin => string.Join(' ', origin.Split(null as char[], StringSplitOptions.RemoveEmptyEntries)))];
}
