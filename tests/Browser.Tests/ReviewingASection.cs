using Domain;
using Domain.People;
using Domain.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Workflows.Consolidating;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Starting;
using Workflows.Submitting;

namespace Browser.Tests;

public sealed class ReviewingASection(House house)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private const string Text = "Thu ngân sách đạt **96%** dự toán.\n\nTiêm chủng đạt 97%; không có dịch lớn trên địa bàn.";

    [Fact]
    public async Task A_comment_on_selected_words_stays_with_them_and_is_kept_when_they_are_gone()
    {
        var report = await ToReviewAsync();
        var section = House.SectionAt(report);

        var vice = await house.OpenAsAsync(Given.Vice, Looking.As(1280));
        await vice.GotoAsync(section);
        await SelectAsync(vice, "không có dịch lớn");
        await vice.ClickAsync("#select-words");
        Assert.Equal("không có dịch lớn", await vice.InputValueAsync("#remark-quote"));
        await vice.FillAsync("#remark-text", "Nêu rõ nguồn của nhận định này.");
        await vice.PressAsync("Gửi góp ý");
        Assert.Equal("không có dịch lớn", await vice.Locator("mark.quoted").InnerTextAsync());

        // The mark leads to the thread, and the thread to the mark.
        await vice.ClickAsync("a.quoted-link");
        Assert.Equal(1, await vice.Locator("article.thread:target").CountAsync());
        await vice.ClickAsync("article.thread blockquote a");
        Assert.Equal(1, await vice.Locator("a.quoted-link:target").CountAsync());

        // Without script the words are pasted.
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync(section);
        await office.UnfoldAsync("Nêu góp ý");
        await office.FillAsync("#remark-quote", "Thu ngân sách đạt 96%");
        await office.FillAsync("#remark-text", "Đối chiếu với Kho bạc.");
        await office.PressAsync("Gửi góp ý");
        Assert.Equal(["Thu ngân sách đạt ", "96%", "không có dịch lớn"], await office.Locator("mark.quoted").AllInnerTextsAsync());

        // The text changes: one comment follows its words, the other says that they are gone.
        await ReviseAsync(report, 2, "Thu ngân sách ước đạt 97% dự toán.\n\nTiêm chủng đạt 97%.");
        await office.ReloadAsync();
        Assert.Equal("Thu ngân sách ước đạt 97%", await office.Locator("mark.quoted").InnerTextAsync());
        Assert.Contains("Đoạn này đã được sửa", await office.Locator("article.thread", new() { HasText = "Kho bạc" }).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Đoạn này không còn trong phiên bản hiện tại", await office.Locator("article.thread", new() { HasText = "Nêu rõ nguồn" }).InnerTextAsync(), StringComparison.Ordinal);
        await office.Locator("article.thread", new() { HasText = "Nêu rõ nguồn" }).GetByRole(AriaRole.Link, new() { Name = "Phiên bản 2" }).ClickAsync();
        Assert.Contains("không có dịch lớn", await office.Locator("mark.quoted").AllInnerTextsAsync());
    }

    [Fact]
    public async Task A_reader_is_shown_what_changed_since_they_read_it_and_may_not_decide_on_what_they_have_not_seen()
    {
        var report = await ToReviewAsync();
        var section = House.SectionAt(report);
        var vice = await house.OpenAsAsync(Given.Vice);
        await vice.GotoAsync(section);
        Assert.DoesNotContain("Đã thay đổi từ phiên bản", await vice.TextAsync(), StringComparison.Ordinal);

        await ReviseAsync(report, 2, Text.Replace("97%", "98%", StringComparison.Ordinal));
        await SubmitAsync(report, 3);

        // The page that the vice-chair has open is a stale one.
        await vice.PressAsync("Duyệt phiên bản 2");
        Assert.Contains("Văn bản đã thay đổi: hiện là phiên bản 3", await vice.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Đã thay đổi từ phiên bản 2 mà bạn đã đọc", await vice.TextAsync(), StringComparison.Ordinal);

        await vice.GetByRole(AriaRole.Link, new() { Name = "Xem chỗ thay đổi" }).ClickAsync();
        Assert.Contains("97", string.Concat(await vice.Locator(".text del").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Contains("98", string.Concat(await vice.Locator(".text ins").AllInnerTextsAsync()), StringComparison.Ordinal);

        await vice.PressAsync("Duyệt phiên bản 3");
        Assert.Contains("Đã duyệt", await vice.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_goes_where_the_route_is_pointed_at_and_the_next_work_is_offered()
    {
        await ToReviewAsync();
        var report = await ToReviewAsync();
        var section = House.SectionAt(report);
        var vice = await house.OpenAsAsync(Given.Vice);
        await vice.GotoAsync(section);
        await vice.UnfoldAsync("Trả lại kèm góp ý");

        // Unless another stage is chosen it goes one back; at Draft the departments are chosen, too.
        Assert.True(await vice.IsCheckedAsync("#to-consolidate"));
        await vice.Locator(".route-choice label", new() { HasText = "Soạn thảo" }).ClickAsync();
        await vice.CheckAsync($"#unit-{Given.Finance.Value}");
        await vice.FillAsync("#text-0", "Đối chiếu số thu.");
        await vice.FillAsync("#quote-0", "Thu ngân sách đạt 96%");
        await vice.PressAsync("Trả lại phiên bản 2");

        var said = await vice.SaidAsync();
        Assert.Contains("Đã trả lại", said, StringComparison.Ordinal);
        Assert.Contains("Việc tiếp theo:", said, StringComparison.Ordinal);
        Assert.Contains("Soạn thảo", await vice.Locator(".section-state").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Phòng Tài chính", await vice.Locator(".section-state").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Phòng Y tế", await vice.Locator(".section-state").InnerTextAsync(), StringComparison.Ordinal);

        await vice.ClickAsync("a.next-work");
        Assert.DoesNotContain(section, vice.Url, StringComparison.Ordinal);
        Assert.Equal(1, await vice.GetByRole(AriaRole.Button, new() { Name = "Duyệt phiên bản" }).CountAsync());
    }

    [Fact]
    public async Task The_Office_gives_more_time_and_an_asked_one_passes_the_work_on()
    {
        var section = House.SectionAt(await house.StartReportAsync());
        var finance = await house.OpenAsAsync(Given.FinanceHead);
        await finance.GotoAsync(section);
        await finance.UnfoldAsync("Chuyển xử lý – Phòng Tài chính");
        await finance.Locator("select[name=to]").SelectOptionAsync(new SelectOptionValue { Label = "Vũ Thị Chính – Chuyên viên, Phòng Tài chính" });
        await finance.FillAsync("textarea[id^=reassign-why]", "Đi công tác.");
        await finance.PressAsync("Chuyển xử lý");
        Assert.Contains("Đã chuyển xử lý", await finance.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Vũ Thị Chính (Phòng Tài chính)", await finance.Locator(".section-state").InnerTextAsync(), StringComparison.Ordinal);

        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync(section);
        await office.UnfoldAsync("Gia hạn – Phòng Y tế");
        var form = office.Locator("form[action$='/extend']").Last;
        await form.Locator("[name=day]").FillAsync("2026-10-20");
        await form.Locator("[name=text]").FillAsync("Chờ số liệu tháng.");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        Assert.Contains("Đã gia hạn", await office.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("20/10/2026", await office.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewer_gets_about_with_single_keys_and_can_switch_them_off()
    {
        var report = await ToReviewAsync();
        var section = House.SectionAt(report);
        var vice = await house.OpenAsAsync(Given.Vice, Looking.As(1280));
        await vice.GotoAsync(section);

        await vice.Keyboard.PressAsync("a");
        Assert.Equal("Duyệt phiên bản 2", await FocusedAsync(vice));
        await vice.Keyboard.PressAsync("c");
        await vice.Keyboard.TypeAsync("Góp ý bằng bàn phím: ajkr?");
        Assert.Equal("Góp ý bằng bàn phím: ajkr?", await vice.InputValueAsync("#remark-text"));
        await vice.PressAsync("Gửi góp ý");
        await vice.Keyboard.PressAsync("j");
        Assert.Contains("Góp ý bằng bàn phím", await FocusedAsync(vice), StringComparison.Ordinal);
        await vice.Keyboard.PressAsync("r");
        Assert.True(await vice.EvaluateAsync<bool>("document.activeElement.id === 'to-consolidate'"));

        await vice.Locator("h1").ClickAsync();
        await vice.Keyboard.PressAsync("?");
        await vice.UncheckAsync("#shortcuts-on");
        await vice.PressAsync("Đóng");
        await vice.ReloadAsync();
        await vice.Keyboard.PressAsync("a");
        Assert.True(await vice.EvaluateAsync<bool>("document.activeElement === document.body"));
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nothing_is_cut_off_and_nobody_is_left_out(int width, ColorScheme scheme)
    {
        var report = await ToReviewAsync();
        var section = House.SectionAt(report);
        var faults = new List<string>();
        var vice = await house.OpenAsAsync(Given.Vice, Looking.As(width, scheme));
        await vice.GotoAsync(section);
        await RemarkAsync(vice, "không có dịch lớn", "Nêu rõ nguồn của nhận định này.");
        await RemarkAsync(vice, "Thu ngân sách đạt 96%", "Đối chiếu với Kho bạc Nhà nước.");
        await RemarkAsync(vice, "", "Bố cục rõ, số liệu cần ghi ngày chốt.");

        var office = await house.OpenAsAsync(Given.Consolidator, Looking.As(width, scheme));
        await ReviseAsync(report, 2, Text.Replace("không có dịch lớn trên địa bàn", "không ghi nhận ổ dịch", StringComparison.Ordinal));
        await office.GotoAsync(section);
        await office.Locator("article.thread textarea").First.FillAsync("Đã đối chiếu, số liệu khớp.");
        await office.GetByRole(AriaRole.Button, new() { Name = "Tiếp thu" }).First.ClickAsync();
        faults.AddRange(await Looking.FaultsAsync(office, "review-office"));
        await SubmitAsync(report, 3);

        await vice.GotoAsync(section);
        faults.AddRange(await Looking.FaultsAsync(vice, "review"));
        await vice.ReloadAsync();
        await vice.UnfoldAsync("Trả lại kèm góp ý");
        await vice.CheckAsync("#to-draft");
        faults.AddRange(await Looking.FaultsAsync(vice, "review-return", isTouched: true));
        await vice.GetByRole(AriaRole.Link, new() { Name = "Xem chỗ thay đổi" }).ClickAsync();
        await vice.ClickAsync("#shortcuts-open");
        faults.AddRange(await Looking.FaultsAsync(vice, "review-changes"));
        await vice.PressAsync("Đóng");
        await vice.PressAsync("Duyệt phiên bản 3");
        faults.AddRange(await Looking.FaultsAsync(vice, "review-done"));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Both departments have submitted, the Office has made one text of it and submitted that as version 2.</summary>
    private async Task<ReportId> ToReviewAsync()
    {
        var report = await house.StartReportAsync();

        foreach (var (head, unit) in new[] { (Given.FinanceHead, Given.Finance), (Given.HealthHead, Given.Health) })
        {
            var revision = await SaveAsync(head, report, unit, "Bản thảo của đơn vị.");
            Done(await Handler<SubmitContributionHandler>().HandleAsync(new(new(Guid.NewGuid()), head.Id, report, Section(report), unit, revision), Token));
        }

        await ReviseAsync(report, 1, Text);
        await SubmitAsync(report, 2);

        return report;
    }

    private async Task ReviseAsync(ReportId report, int version, string text)
    {
        var revision = await SaveAsync(Given.Consolidator, report, null, text);
        Done(await Handler<ReviseSectionHandler>().HandleAsync(new(new(Guid.NewGuid()), Given.Consolidator.Id, report, Section(report), version, revision), Token));
    }

    private async Task SubmitAsync(ReportId report, int version) =>
        Done(await Handler<SubmitSectionHandler>().HandleAsync(new(new(Guid.NewGuid()), Given.Consolidator.Id, report, Section(report), version), Token));

    private async Task<int> SaveAsync(Person by, ReportId report, UnitId? unit, string text)
    {
        var revision = (await Handler<IRecord>().WorkingCopyAsync(report, new(Section(report), unit), Token))?.Revision ?? 0;

        return Done(await Handler<SaveWorkingCopyHandler>().HandleAsync(new(by.Id, report, Section(report), unit, text, revision), Token)).Revision;
    }

    private T Handler<T>()
        where T : notnull => house.Services.GetRequiredService<T>();

    private static SectionId Section(ReportId report) => StartReportHandler.IdFor(report, Given.Budget);

    private static T Done<T>(Outcome<T> outcome)
        where T : notnull => outcome.IsRefused ? throw new InvalidOperationException(outcome.Refusal.Message.En) : outcome.Value;

    private static async Task RemarkAsync(IPage page, string quote, string text)
    {
        await page.UnfoldAsync("Nêu góp ý");
        await page.FillAsync("#remark-quote", quote);
        await page.FillAsync("#remark-text", text);
        await page.PressAsync("Gửi góp ý");
    }

    /// <summary>As one does with the mouse.</summary>
    private static async Task SelectAsync(IPage page, string words) => await page.EvaluateAsync(
        """
        words => {
            const walker = document.createTreeWalker(document.querySelector('#section-text'), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }
        }
        """,
        words);

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.innerText ?? ''");
}
