using Domain.Reports;

namespace Browser.Tests;

public sealed class TwoPeopleAtOnce(House house)
{
    [Fact]
    public async Task A_decision_on_a_text_that_has_changed_is_refused_and_what_was_typed_stays()
    {
        var report = await ReadyForReviewAsync();
        var (vice, office) = (await house.OpenAsAsync(Given.Vice), await house.OpenAsAsync(Given.Consolidator));
        await vice.GotoAsync(House.SectionAt(report));
        await vice.UnfoldAsync("Trả lại kèm góp ý");
        await vice.FillAsync("#text-0", "Lý do tôi đã viết rất lâu.");

        await office.GotoAsync(House.SectionAt(report));
        await office.WriteAsync("Văn bản khác hẳn.");
        await office.PressAsync("Ghi thành phiên bản mới");
        await vice.PressAsync("Trả lại phiên bản 1");

        Assert.Contains("Việc này không giao cho bạn", (await vice.SaidAsync()) + await vice.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Lý do tôi đã viết rất lâu.", await vice.Locator("main").InnerHTMLAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_of_an_older_version_is_refused_and_the_new_one_is_shown()
    {
        var report = await ReadyForReviewAsync();
        var (vice, office) = (await house.OpenAsAsync(Given.Vice), await house.OpenAsAsync(Given.Consolidator));
        await vice.GotoAsync(House.SectionAt(report));

        await office.GotoAsync(House.SectionAt(report));
        await office.WriteAsync("Văn bản mới nhất.");
        await office.PressAsync("Ghi thành phiên bản mới");
        await office.PressAsync("Trình phiên bản 2");
        await vice.PressAsync("Duyệt phiên bản 1");

        Assert.Contains("hiện là phiên bản 2", await vice.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Văn bản mới nhất.", await vice.TextAsync(), StringComparison.Ordinal);
        await vice.PressAsync("Duyệt phiên bản 2");
        Assert.Contains("Đã duyệt", await vice.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_write_in_one_text_see_both_and_lose_neither()
    {
        var report = await house.StartReportAsync();
        var (head, drafter) = (await house.OpenAsAsync(Given.FinanceHead), await house.OpenAsAsync(Given.FinanceDrafter));
        await head.GotoAsync(House.WritingAt(report));
        await drafter.GotoAsync(House.WritingAt(report));

        await drafter.WriteAsync("Câu của chuyên viên.");
        await drafter.PressAsync("Lưu bản đang soạn");
        await head.WriteAsync("Câu của trưởng phòng.");
        await head.PressAsync("Lưu bản đang soạn");

        Assert.Contains("Người khác vừa sửa văn bản này", await head.SaidAsync(), StringComparison.Ordinal);
        await head.PressAsync("Gộp và lưu");
        Assert.Contains("Đã gộp và lưu", await head.SaidAsync(), StringComparison.Ordinal);
        await drafter.GotoAsync(House.WritingAt(report));
        Assert.Equal("Câu của chuyên viên.\n\nCâu của trưởng phòng.", await drafter.Locator("form.writing textarea[name=text]").InputValueAsync());
    }

    [Fact]
    public async Task Two_who_write_in_different_paragraphs_find_them_merged()
    {
        var report = await house.StartReportAsync();
        var (head, drafter) = (await house.OpenAsAsync(Given.FinanceHead), await house.OpenAsAsync(Given.FinanceDrafter));
        await drafter.GotoAsync(House.WritingAt(report));
        await drafter.WriteAsync("Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.");
        await drafter.PressAsync("Lưu bản đang soạn");
        await head.GotoAsync(House.WritingAt(report));

        await drafter.WriteAsync("Đoạn một của chuyên viên.\n\nĐoạn hai.\n\nĐoạn ba.");
        await drafter.PressAsync("Lưu bản đang soạn");
        await head.WriteAsync("Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba của trưởng phòng.");
        await head.PressAsync("Lưu bản đang soạn");

        Assert.Contains("đã gộp lại dưới đây", await head.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal("Đoạn một của chuyên viên.\n\nĐoạn hai.\n\nĐoạn ba của trưởng phòng.", await head.Locator("form.writing textarea[name=text]").InputValueAsync());
        await head.PressAsync("Lưu bản đang soạn");
        Assert.Contains("Đã lưu", await head.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_text_is_kept_and_its_faults_are_named_by_line()
    {
        var report = await house.StartReportAsync();
        var head = await house.OpenAsAsync(Given.FinanceHead);
        await head.GotoAsync(House.WritingAt(report));

        await head.WriteAsync("Một đoạn.\n\n<script>alert(1)</script>\n\nChú thích[^9].");
        await head.PressAsync("Lưu và trình");

        Assert.Contains("Dòng 3", await head.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", await head.Locator("form.writing textarea[name=text]").InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_given_back()
    {
        var report = await house.StartReportAsync();
        var head = await house.OpenAsAsync(Given.FinanceHead);
        await head.GotoAsync(House.WritingAt(report));
        var text = string.Concat(Enumerable.Repeat("Mỗi dòng một câu, dài vừa phải như trong báo cáo thật.\n", 36_000));

        // Typed in letter by letter, as the driver does it, two million of them take a minute.
        await head.Locator("form.writing textarea[name=text]").EvaluateAsync("(box, text) => { box.value = text; }", text);
        await head.PressAsync("Lưu bản đang soạn");

        Assert.Contains("dài quá 2 MB", await head.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(text.Length, (await head.Locator("form.writing textarea[name=text]").InputValueAsync()).Length);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_acts_once()
    {
        var report = await house.StartReportAsync();
        var head = await house.OpenAsAsync(Given.FinanceHead);
        await head.GotoAsync(House.SectionAt(report));
        await head.WriteAsync("Chỉ một lần.");
        var fields = new Dictionary<string, string>();
        foreach (var field in await head.Locator("form.writing input[type=hidden]").AllAsync())
            fields[await field.GetAttributeAsync("name") ?? ""] = await field.InputValueAsync();
        fields["text"] = "Chỉ một lần.";

        for (var time = 0; time < 2; time++)
        {
            var form = head.Context.APIRequest.CreateFormData();
            foreach (var (name, value) in fields) form.Append(name, value);
            var answer = await head.Context.APIRequest.PostAsync($"{House.SectionAt(report)}/contribute", new() { Form = form });

            Assert.Equal(200, answer.Status);
            Assert.Contains("?done=submit", answer.Url, StringComparison.Ordinal);
        }

        await head.GotoAsync(House.SectionAt(report));
        Assert.Equal(1, await head.Locator("a", new() { HasText = "Phiên bản 1" }).CountAsync());
        Assert.Equal(0, await head.Locator("a", new() { HasText = "Phiên bản 2" }).CountAsync());
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_not_taken()
    {
        var report = await house.StartReportAsync();
        var office = await house.OpenAsAsync(Given.Consolidator);
        var form = office.Context.APIRequest.CreateFormData();
        form.Append("decision", Guid.NewGuid().ToString());
        form.Append("text", "Nơi lạ");

        var answer = await office.Context.APIRequest.PostAsync($"{House.ReportAt(report)}/amend", new() { Form = form });

        Assert.Equal(400, answer.Status);
        Assert.Contains("Biểu mẫu không còn hiệu lực", await answer.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<ReportId> ReadyForReviewAsync()
    {
        var report = await house.StartReportAsync();
        foreach (var person in new[] { Given.FinanceHead, Given.HealthHead })
        {
            var head = await house.OpenAsAsync(person);
            await head.GotoAsync(House.SectionAt(report));
            await head.WriteAsync($"Nội dung của {person.Name}.");
            await head.PressAsync("Lưu và trình");
        }

        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync(House.SectionAt(report));
        await office.PressAsync("Trình phiên bản 1");

        return report;
    }
}
