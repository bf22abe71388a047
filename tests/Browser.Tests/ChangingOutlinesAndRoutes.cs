using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class ChangingOutlinesAndRoutes(House house)
{
    [Fact]
    public async Task An_outline_is_made_and_changed_without_script()
    {
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync("/templates/new");
        await office.FillAsync("#name", "Báo cáo chuyên đề");
        await office.FillAsync("#abstract", "Công tác y tế tháng 9 năm 2026");
        await HeadingOf(office, 1).FillAsync("Kết quả");
        await office.PressAsync("Thêm mục ở cuối");
        await HeadingOf(office, 2).FillAsync("Khám, chữa bệnh");
        await office.GetByTitle("Vào một cấp").Nth(1).ClickAsync();
        await office.UnfoldRowAsync(2);
        await Row(office, 2).GetByLabel("Phòng Y tế").CheckAsync();
        await Row(office, 2).GetByLabel("Số ngày soạn").FillAsync("3");
        Assert.Contains("Có thay đổi chưa lưu", await office.TextAsync(), StringComparison.Ordinal);

        await office.PressAsync("Lưu mẫu");
        Assert.Contains("Đã lưu mẫu đề cương", await office.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(["I.", "1."], (await office.Locator(".outline .numeral").AllInnerTextsAsync()).Select(text => text.Trim()));
        Assert.Contains("Chạy thử: ai nhận việc gì", await office.TextAsync(), StringComparison.Ordinal);

        await office.GetByTitle("Bỏ, cùng những gì nằm dưới").First.ClickAsync();
        await office.PressAsync("Lưu mẫu");
        Assert.Contains("Đề cương chưa có mục nào", await office.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_script_a_section_moves_under_the_keyboard_and_the_page_stays()
    {
        var office = await house.OpenAsAsync(Given.Consolidator, new() { JavaScriptEnabled = true });
        await office.GotoAsync("/templates/new");
        await HeadingOf(office, 1).FillAsync("Một");
        await office.PressAsync("Thêm mục ở cuối");
        await Row(office, 2).WaitForAsync();
        await office.Keyboard.TypeAsync("Hai");
        await office.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(HeadingOf(office, 1)).ToHaveValueAsync("Hai");

        await office.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(HeadingOf(office, 2)).ToHaveValueAsync("Hai");
        await office.Keyboard.PressAsync("Alt+ArrowRight");
        await Assertions.Expect(office.Locator(".outline .numeral").Nth(1)).ToHaveTextAsync("1.");
        await Assertions.Expect(HeadingOf(office, 2)).ToBeFocusedAsync();

        await Row(office, 2).Locator(".numeral").DragToAsync(Row(office, 1), new() { TargetPosition = new() { X = 200, Y = 3 } });
        await Assertions.Expect(HeadingOf(office, 1)).ToHaveValueAsync("Hai");
    }

    [Fact]
    public async Task A_stale_save_keeps_what_was_typed_and_shows_what_was_saved()
    {
        var office = await house.OpenAsAsync(Given.Consolidator);
        var address = await MakeAsync(office, "Báo cáo quý hai người sửa");
        var other = await house.OpenAsAsync(Given.Consolidator);
        await other.GotoAsync(address);

        await office.FillAsync("#abstract", "Công tác quý II năm 2026");
        await office.PressAsync("Lưu mẫu");
        await other.FillAsync("#abstract", "Công tác quý III năm 2026");
        await other.PressAsync("Lưu mẫu");

        Assert.Contains("Người khác vừa sửa mẫu đề cương này", await other.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Công tác quý II năm 2026", await other.Locator("#theirs").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Công tác quý III năm 2026", await other.InputValueAsync("#abstract"));
        await other.PressAsync("Lưu bản của tôi đè lên");
        Assert.Contains("Đã lưu mẫu đề cương", await other.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal("Công tác quý III năm 2026", await other.InputValueAsync("#abstract"));
    }

    [Fact]
    public async Task A_template_goes_out_as_a_file_and_comes_in_again()
    {
        var office = await house.OpenAsAsync(Given.Consolidator);
        var address = await MakeAsync(office, "Báo cáo đi và về");
        var download = await office.RunAndWaitForDownloadAsync(() => office.GetByRole(AriaRole.Link, new() { Name = "Xuất ra tệp" }).ClickAsync());
        var file = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        await office.ImportAsync("/templates/import", file.Replace("Phòng Y tế", "Phòng Không có", StringComparison.Ordinal));
        Assert.Contains("Mục thứ 1 “Kết quả”: cơ quan không có đơn vị “Phòng Không có”", await office.SaidAsync(), StringComparison.Ordinal);
        await office.ImportAsync("/templates/import", file.Replace("\"sections\": [", "\"sections\": [ 7,", StringComparison.Ordinal));
        Assert.Contains("$.sections[0]", await office.SaidAsync(), StringComparison.Ordinal);
        await office.ImportAsync("/routes/import", file);
        Assert.Contains("Quy trình là “approval-route”".ToLowerInvariant(), (await office.SaidAsync()).ToLowerInvariant(), StringComparison.Ordinal);

        await office.ImportAsync("/templates/import", file);
        Assert.Contains("Đã nhập từ tệp", await office.SaidAsync(), StringComparison.Ordinal);
        Assert.NotEqual(address, new Uri(office.Url).AbsolutePath);
        Assert.Equal("Báo cáo đi và về", await office.InputValueAsync("#name"));
    }

    [Fact]
    public async Task A_running_report_keeps_the_template_and_the_route_that_it_started_with()
    {
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync("/routes/new");
        await office.FillAsync("#name", "Quy trình có thẩm định");
        await office.PressAsync("Lưu quy trình");
        var route = new Uri(office.Url).AbsolutePath;
        var template = await MakeAsync(office, "Báo cáo giữ quy trình", "Quy trình có thẩm định");
        await office.GetByRole(AriaRole.Link, new() { Name = "Mở báo cáo từ mẫu này" }).ClickAsync();
        await office.PressAsync("Mở báo cáo");
        var report = new Uri(office.Url).AbsolutePath;

        await office.GotoAsync(route);
        await office.PressAsync("Thêm bước duyệt", 0);
        await office.GetByPlaceholder("Tên bước").Nth(3).FillAsync("Thẩm định pháp lý");
        await office.PressAsync("Vẽ lại");
        Assert.Contains("Thẩm định pháp lý", await office.Locator(".drawing").TextContentAsync(), StringComparison.Ordinal);
        await office.PressAsync("Lưu thành phiên bản 2");
        Assert.Contains("Đã lưu phiên bản mới của quy trình", await office.SaidAsync(), StringComparison.Ordinal);
        await office.GotoAsync(template);
        await HeadingOf(office, 1).FillAsync("Tiêu đề về sau");
        await office.PressAsync("Lưu mẫu");

        await office.GotoAsync(report);
        var running = await office.TextAsync();
        Assert.Contains("Quy trình có thẩm định (Phiên bản 1)", running, StringComparison.Ordinal);
        Assert.DoesNotContain("Thẩm định pháp lý", running, StringComparison.Ordinal);
        Assert.DoesNotContain("Tiêu đề về sau", running, StringComparison.Ordinal);
        await office.GotoAsync($"{route}?version=1");
        Assert.Contains("Đây là phiên bản 1", await office.TextAsync(), StringComparison.Ordinal);
        await office.GotoAsync($"/start?template={template.Split('/')[^1]}");
        Assert.Contains("Thẩm định pháp lý", await office.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nobody_is_left_out(int width, ColorScheme scheme)
    {
        var office = await house.OpenAsAsync(Given.Consolidator, Looking.As(width, scheme));
        var faults = new List<string>();

        foreach (var (name, address) in new[]
        {
            ("templates", "/templates"), ("template", $"/templates/{Given.Template.Value}"), ("template-import", "/templates/import"), ("template-from-report", "/templates/from-report"),
            ("routes", "/routes"), ("route", $"/routes/{Given.RouteId.Value}"),
        })
        {
            await office.GotoAsync(address);
            await office.EvaluateAsync("document.querySelectorAll('main details').forEach(details => { details.open = true; })");
            faults.AddRange(await Looking.FaultsAsync(office, name, isTouched: true));
        }

        Assert.Empty(faults);
    }

    private static async Task<string> MakeAsync(IPage office, string name, string? route = null)
    {
        await office.GotoAsync("/templates/new");
        await office.FillAsync("#name", name);
        await office.FillAsync("#abstract", "Công tác quý I năm 2026");
        await office.SelectOptionAsync("#route", new SelectOptionValue { Label = route ?? Given.Route().Name });
        await HeadingOf(office, 1).FillAsync("Kết quả");
        await office.UnfoldRowAsync(1);
        await Row(office, 1).GetByLabel("Phòng Y tế").CheckAsync();
        await Row(office, 1).GetByLabel("Lĩnh vực").SelectOptionAsync(new SelectOptionValue { Label = "Kinh tế" });
        await office.PressAsync("Lưu mẫu");
        Assert.Contains("Đã lưu mẫu đề cương", await office.SaidAsync(), StringComparison.Ordinal);

        return new Uri(office.Url).AbsolutePath;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_field_speaks_our_words_where_scripts_run_and_is_the_browsers_own_where_not(bool hasScript)
    {
        var page = await house.OpenAsAsync(Given.Consolidator, new() { JavaScriptEnabled = hasScript });
        await page.GotoAsync("/templates/import");

        await page.SetInputFilesAsync("#file", new FilePayload { Name = "đề cương quý IV.json", MimeType = "application/json", Buffer = "{}"u8.ToArray() });

        Assert.Equal(hasScript, await page.Locator(".file-face").IsVisibleAsync());
        if (hasScript) Assert.Equal("Chọn tệp… đề cương quý IV.json", string.Join(' ', (await page.Locator(".file-face").InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        if (hasScript) Assert.Empty(await Looking.FaultsAsync(page, "file-chosen"));
    }

    private static ILocator Row(IPage page, int number) => page.Locator(".outline-row").Nth(number - 1);

    private static ILocator HeadingOf(IPage page, int number) => page.GetByLabel($"Tiêu đề của mục thứ {number}", new() { Exact = true });
}

file static class Acts
{
    public static Task UnfoldRowAsync(this IPage page, int number) => page.Locator(".outline-row").Nth(number - 1).Locator("summary").ClickAsync();

    public static Task PressAsync(this IPage page, string name, int place) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Nth(place).ClickAsync();

    public static async Task ImportAsync(this IPage page, string address, string file)
    {
        await page.GotoAsync(address);
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "tep.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(file) });
        await page.PressAsync("Nhập");
    }
}
