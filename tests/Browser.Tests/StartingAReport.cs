using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class StartingAReport(House house)
{
    [Fact]
    public async Task The_dates_are_counted_anew_by_a_button_and_the_report_is_started_with_what_was_chosen()
    {
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync($"/start?template={Given.Template.Value}");
        Assert.Contains("Đủ thời gian", await office.TextAsync(), StringComparison.Ordinal);

        await office.FillAsync("#due", "2026-09-09");
        await office.SelectOptionAsync("#period", "2026-Q3");
        await office.PressAsync("Tính lại ngày");
        Assert.Contains("Hạn sớm nhất mà đủ thời gian là", await office.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("Tình hình kinh tế - xã hội quý III năm 2026", await office.InputValueAsync("#abstract"));

        await office.FillAsync("#due", "2026-10-15");
        await office.PressAsync("Mở báo cáo");
        Assert.Contains("Đã mở báo cáo", await office.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Tình hình kinh tế - xã hội quý III năm 2026", await office.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("Kỳ: quý III năm 2026 · 01/7/2026 – 30/9/2026", (await office.Locator(".row-of .muted").First.InnerTextAsync()).Trim());

        // Whoever goes back to start it is told that it is there.
        await office.GotoAsync($"/start?template={Given.Template.Value}&period=2026-Q3");
        Assert.Contains("Đang có báo cáo cùng trích yếu này", await office.TextAsync(), StringComparison.Ordinal);

        await office.GotoAsync("/reports");
        await office.SelectOptionAsync("#period", "2026-Q3");
        await office.PressAsync("Lọc");
        Assert.Contains("Tình hình kinh tế - xã hội quý III năm 2026", await office.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_due_date_in_the_past_is_refused_and_what_was_typed_stays()
    {
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync($"/start?template={Given.Template.Value}");

        await office.EvaluateAsync("document.querySelector('#due').removeAttribute('min')");
        await office.FillAsync("#due", "2026-01-05");
        await office.FillAsync("#abstract", "Công tác tháng 8 năm 2026");
        await office.PressAsync("Mở báo cáo");

        Assert.Contains("Hạn ban hành không được ở trong quá khứ", await office.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal("Công tác tháng 8 năm 2026", await office.InputValueAsync("#abstract"));
    }

    [Fact]
    public async Task With_script_the_dates_renew_themselves()
    {
        var office = await house.OpenAsAsync(Given.Consolidator, new() { JavaScriptEnabled = true });
        await office.GotoAsync($"/start?template={Given.Template.Value}");
        Assert.False(await office.GetByRole(AriaRole.Button, new() { Name = "Tính lại ngày" }).IsVisibleAsync());

        await office.FillAsync("#due", "2026-10-16");
        await office.Keyboard.PressAsync("Tab");

        await office.Locator("#plan .by", new() { HasText = "16/10/2026" }).WaitForAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nobody_is_left_out(int width, ColorScheme scheme)
    {
        var office = await house.OpenAsAsync(Given.Consolidator, Looking.As(width, scheme));
        await office.GotoAsync("/start?due=2026-09-10");

        Assert.Empty(await Looking.FaultsAsync(office, "start"));
    }
}
