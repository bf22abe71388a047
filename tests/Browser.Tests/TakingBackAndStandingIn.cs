using Microsoft.Playwright;
using Workflows.Starting;

namespace Browser.Tests;

/// <summary>What does not go straight on: a text that is taken back, a leader who is away, and a whole report that is sent back.</summary>
public sealed class TakingBackAndStandingIn(House house)
{
    [Fact]
    public async Task What_was_sent_can_be_taken_back_until_somebody_has_acted_on_it()
    {
        var report = await house.StartReportAsync();
        var section = House.SectionAt(report);
        var finance = await house.OpenAsAsync(Given.FinanceHead);
        await finance.GotoAsync(section);
        await finance.WriteAsync("Thu ngân sách đạt 9,6% dự toán.");
        await finance.PressAsync("Lưu và trình");

        await finance.GotoAsync(section);
        await finance.PressAsync("Rút lại");
        Assert.Contains("Đã rút lại", await finance.SaidAsync(), StringComparison.Ordinal);

        // The text that was typed is still there to be put right.
        await finance.OpenWritingAsync();
        Assert.Equal("Thu ngân sách đạt 9,6% dự toán.", (await finance.InputValueAsync("form.writing textarea[name=text]")).TrimEnd());
        await finance.WriteAsync("Thu ngân sách đạt 96% dự toán.");
        await finance.PressAsync("Lưu và trình");
        var health = await house.OpenAsAsync(Given.HealthHead);
        await health.GotoAsync(section);
        await health.WriteAsync("Tiêm chủng đạt 97%.");
        await health.PressAsync("Lưu và trình");
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync(section);
        await office.Locator("form[action$='/submit'] button[type=submit]").Last.ClickAsync();
        await office.WholeAsync();

        await finance.GotoAsync(section);
        Assert.Equal(0, await finance.GetByRole(AriaRole.Button, new() { Name = "Rút lại" }).CountAsync());
    }

    [Fact]
    public async Task A_report_that_was_started_by_mistake_is_stopped_and_everybody_sees_why()
    {
        var report = await house.StartReportAsync();
        var finance = await house.OpenAsAsync(Given.FinanceHead);
        await finance.GotoAsync(House.SectionAt(report));
        await finance.WriteAsync("Thu ngân sách đạt 96% dự toán.");
        var office = await house.OpenAsAsync(Given.Consolidator, Looking.As(1280));
        await office.GotoAsync(House.ReportAt(report));
        await office.GetByText("Dừng báo cáo này").ClickAsync();
        await office.FillAsync("[name=text-stop]", "Mở nhầm kỳ: báo cáo này làm sang quý sau.");
        await office.CheckAsync("#stop-sure");
        Assert.Empty(await Looking.FaultsAsync(office, "report-stopping", isTouched: true));
        await office.PressAsync("Dừng báo cáo");

        Assert.Contains("Đã dừng báo cáo", await office.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Mở nhầm kỳ", await office.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await office.GetByText("Dừng báo cáo này").CountAsync());
        Assert.Empty(await Looking.FaultsAsync(office, "report-stopped"));
        await office.GotoAsync("/reports?state=Stopped");
        Assert.Contains("Đã dừng", await office.TextAsync(), StringComparison.Ordinal);
        await office.GotoAsync("/?view=sent");
        Assert.Contains("Đã dừng báo cáo", await office.TextAsync(), StringComparison.Ordinal);

        // What was being typed is refused with the reason, and does not go away.
        await finance.PressAsync("Lưu và trình");
        Assert.Contains("Báo cáo đã dừng", await finance.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("96% dự toán", await finance.ContentAsync(), StringComparison.Ordinal);

        // Whoever had work in it is told, and reads why.
        var health = await house.OpenAsAsync(Given.HealthHead, Looking.As(360));
        await health.GotoAsync("/notices");
        Assert.Contains("Báo cáo đã dừng", await health.TextAsync(), StringComparison.Ordinal);
        await health.GotoAsync(House.SectionAt(report));
        Assert.Contains("Mở nhầm kỳ", await health.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Looking.FaultsAsync(health, "section-stopped"));
    }

    [Fact]
    public async Task A_comment_that_was_being_written_when_its_report_was_stopped_stays_before_its_writers_eyes()
    {
        var report = await house.StartReportAsync();
        var section = House.SectionAt(report);
        foreach (var (head, text) in new[] { (Given.FinanceHead, "Thu ngân sách đạt 96% dự toán."), (Given.HealthHead, "Tiêm chủng đạt 97%.") })
        {
            var writer = await house.OpenAsAsync(head);
            await writer.GotoAsync(section);
            await writer.WriteAsync(text);
            await writer.PressAsync("Lưu và trình");
        }

        var vice = await house.OpenAsAsync(Given.Vice);
        await vice.GotoAsync(section);
        await vice.Locator("#remark summary").ClickAsync();
        await vice.FillAsync("#remark-text", "Số thu cần đối chiếu với Kho bạc.");
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync(House.ReportAt(report));
        await office.UnfoldAsync("Dừng báo cáo này");
        await office.FillAsync("[name=text-stop]", "Không còn yêu cầu.");
        await office.CheckAsync("#stop-sure");
        await office.PressAsync("Dừng báo cáo");

        await vice.Locator("#remark button[type=submit]").ClickAsync();

        Assert.Contains("Báo cáo đã dừng nên không xử lý gì thêm", await vice.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal("Số thu cần đối chiếu với Kho bạc.", await vice.InputValueAsync("#lost-text"));
        Assert.Equal(0, await vice.Locator("#remark").CountAsync());
    }

    [Fact]
    public async Task Whoever_stands_in_for_the_chairman_signs_in_the_capacity_that_was_given_and_both_are_named()
    {
        await using var own = new House();
        await own.InitializeAsync();
        var report = await SigningAndIssuing.CompleteAsync(own);

        var vice = await own.OpenAsAsync(Given.Vice);
        await vice.GotoAsync($"{House.ReportAt(report)}/sign");
        Assert.Equal(0, await vice.GetByRole(AriaRole.Button, new() { Name = "Ký báo cáo" }).CountAsync());

        var chairman = await own.OpenAsAsync(Given.Chairman);
        await chairman.GotoAsync("/delegations");
        await chairman.SelectOptionAsync("#to", new SelectOptionValue { Value = Given.Vice.Id.Value.ToString() });
        await chairman.FillAsync("#from-on", "2026-09-07");
        await chairman.FillAsync("#to-on", "2026-09-09");
        await chairman.FillAsync("#ground", "Thông báo phân công số 12/TB-UBND");
        await chairman.GetByRole(AriaRole.Button).Filter(new() { HasText = "ủy quyền" }).Last.ClickAsync();
        Assert.Contains(Given.Vice.Name, await chairman.TextAsync(), StringComparison.Ordinal);

        await vice.GotoAsync("/");
        Assert.Contains($"thay {Given.Chairman.Name}", await vice.TextAsync(), StringComparison.Ordinal);
        await vice.GotoAsync($"{House.ReportAt(report)}/sign");
        await vice.CheckAsync("#sign-read");
        await vice.FillAsync("#sign-password", Given.Password);
        await vice.PressAsync("Ký báo cáo");
        Assert.Contains("Đã ký báo cáo", await vice.SaidAsync(), StringComparison.Ordinal);

        await vice.GotoAsync(House.ReportAt(report));
        var told = await vice.TextAsync();
        Assert.Contains("KT. CHỦ TỊCH", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{Given.Vice.Name} (thay {Given.Chairman.Name}) đã ký", told.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_signing_sections_are_sent_back_by_choosing_their_stage_in_the_picture_of_the_route()
    {
        var report = await SigningAndIssuing.CompleteAsync(house);
        var section = StartReportHandler.IdFor(report, Given.Budget).Value;

        var chairman = await house.OpenAsAsync(Given.Chairman, Looking.As(360));
        await chairman.GotoAsync(House.ReportAt(report));
        await chairman.UnfoldAsync("Trả lại một số mục hoặc cả báo cáo");
        await chairman.Locator("form[action$='/return'] summary").First.ClickAsync();
        await chairman.CheckAsync($"#to-{section}-consolidate");
        Assert.Equal([], await Looking.FaultsAsync(chairman, "report-return", isTouched: true));
        await chairman.FillAsync($"#text-{section}", "Đối chiếu lại số thu với Kho bạc.");
        await chairman.PressAsync("Trả lại các mục đã chọn");
        Assert.Contains("Đã trả lại", await chairman.SaidAsync(), StringComparison.Ordinal);

        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync(House.SectionAt(report));
        Assert.Contains("Đối chiếu lại số thu với Kho bạc.", await office.TextAsync(), StringComparison.Ordinal);
    }
}
