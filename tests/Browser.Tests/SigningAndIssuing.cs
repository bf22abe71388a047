using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Domain.Reports;
using Microsoft.Playwright;

namespace Browser.Tests;

public sealed class SigningAndIssuing(House house)
{
    [Fact]
    public async Task The_pages_are_read_as_pictures_and_signed_with_the_password_and_then_the_report_is_issued_and_recalled()
    {
        var report = await CompleteAsync();
        var chairman = await house.OpenAsAsync(Given.Chairman);
        await chairman.GotoAsync($"{House.ReportAt(report)}/sign");

        var first = chairman.Locator(".pages img").First;
        Assert.Matches("Trang 1/\\d+", await first.GetAttributeAsync("alt"));
        var picture = await chairman.APIRequest.GetAsync(house.Address + await first.GetAttributeAsync("src"));
        Assert.Equal("image/svg+xml", picture.Headers["content-type"]);
        Assert.Contains("immutable", picture.Headers["cache-control"], StringComparison.Ordinal);
        Assert.Contains("Trần Thị Phó duyệt", await chairman.TextAsync(), StringComparison.Ordinal);

        await chairman.CheckAsync("#sign-read");
        await chairman.FillAsync("#sign-password", "không phải mật khẩu");
        await chairman.PressAsync("Ký báo cáo");
        Assert.Contains("Mật khẩu không đúng", await chairman.SaidAsync(), StringComparison.Ordinal);

        await chairman.CheckAsync("#sign-read");
        await chairman.FillAsync("#sign-password", Given.Password);
        await chairman.PressAsync("Ký báo cáo");
        Assert.Contains("Đã ký báo cáo", await chairman.SaidAsync(), StringComparison.Ordinal);

        var clerk = await house.OpenAsAsync(Given.Clerk);
        await clerk.GotoAsync($"{House.ReportAt(report)}/issue");
        Assert.Contains("Số dự kiến", await clerk.TextAsync(), StringComparison.Ordinal);
        await clerk.CheckAsync("#issue-sure");
        await clerk.PressAsync("Ban hành");
        Assert.Contains("Đã cấp số và ban hành", await clerk.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("SHA-256", await clerk.TextAsync(), StringComparison.Ordinal);

        await clerk.GetByRole(AriaRole.Link, new() { Name = "Xem trong sổ đăng ký văn bản đi" }).ClickAsync();
        Assert.Contains("/BC-UBND", await clerk.TextAsync(), StringComparison.Ordinal);
        var download = await clerk.RunAndWaitForDownloadAsync(() => clerk.GetByRole(AriaRole.Link, new() { Name = "(XLSX)" }).ClickAsync());
        using var book = SpreadsheetDocument.Open(await download.PathAsync(), isEditable: false);
        var rows = book.WorkbookPart?.WorksheetParts.Single().Worksheet?.Descendants<Row>().ToList() ?? [];
        Assert.Equal(10, rows[0].Elements<Cell>().Count());
        Assert.Contains("/BC-UBND", rows[1].InnerText, StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken));

        var inHand = await house.OpenAsAsync(Given.Clerk, Looking.As(360));
        await inHand.GotoAsync($"{House.ReportAt(report)}/issue");
        await inHand.GetByText("Ghi việc thu hồi văn bản này").ClickAsync();
        await inHand.FillAsync("#text-reason", "Thông báo số 15/TB-UBND: sai số liệu thu ngân sách.");
        var faults = new List<string>(await Looking.FaultsAsync(inHand, "recall", isTouched: true));
        await inHand.CheckAsync("#recall-sure");
        await inHand.PressAsync("Ghi thu hồi");
        Assert.Contains("Đã ghi việc thu hồi vào sổ", await inHand.SaidAsync(), StringComparison.Ordinal);
        faults.AddRange(await Looking.FaultsAsync(inHand, "recalled"));

        var atDesk = await house.OpenAsAsync(Given.Clerk, Looking.As(1280, ColorScheme.Dark));
        await atDesk.GotoAsync("/register");
        Assert.Contains("15/TB-UBND", await atDesk.TextAsync(), StringComparison.Ordinal);
        faults.AddRange(await Looking.FaultsAsync(atDesk, "register-recalled"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_passkey_signs_in_place_of_the_password()
    {
        var report = await CompleteAsync();

        // A browser takes no passkey for a number of a machine, only for its name.
        var chairman = await house.OpenAsync(new() { JavaScriptEnabled = true, BaseURL = house.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) });
        await chairman.PlugInDeviceAsync();
        await chairman.SignInAsync(Given.Chairman.Email, Given.Password);
        await chairman.GotoAsync("/me/security");
        await chairman.FillAsync("#passkey-name", "Máy ký");
        await chairman.PressAsync("Thêm khóa truy cập");
        await chairman.WaitForURLAsync("**/me/security?done=passkey-add");

        await chairman.GotoAsync($"{House.ReportAt(report)}/sign");
        await chairman.CheckAsync("#sign-read");
        await chairman.PressAsync("Ký bằng khóa truy cập");
        await chairman.WaitForURLAsync(url => url.Contains("done=", StringComparison.Ordinal));
        Assert.Contains("Đã ký báo cáo", await chairman.SaidAsync(), StringComparison.Ordinal);

        await chairman.GotoAsync("/me/security");
        await chairman.PressAsync("Gỡ Máy ký");
        Assert.Contains("Đã gỡ khóa truy cập", await chairman.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_second_factor_signs_with_the_password_and_a_code()
    {
        var report = await CompleteAsync();
        var chairman = await house.OpenAsAsync(Given.Chairman);
        await chairman.GotoAsync("/me/security");
        await chairman.PressAsync("Bật xác thực hai lớp");
        await chairman.FillAsync("#second-code", Web.Tests.AuthenticatorApp.CodeOf(await chairman.Locator("section[aria-labelledby=second] code").InnerTextAsync()));
        await chairman.PressAsync("Xác nhận và bật");
        var codes = await chairman.Locator(".recovery-codes code").AllInnerTextsAsync();

        try
        {
            await chairman.GotoAsync($"{House.ReportAt(report)}/sign");
            await SignAsync("không phải mã");
            Assert.Contains("Mã không đúng", await chairman.SaidAsync(), StringComparison.Ordinal);
            Assert.True(await chairman.IsCheckedAsync("#sign-read"));

            await SignAsync(codes[0]);
            Assert.Contains("Đã ký báo cáo", await chairman.SaidAsync(), StringComparison.Ordinal);
        }
        finally
        {
            // The others of this house come in by the password alone.
            await chairman.GotoAsync("/me/security");
            await chairman.FillAsync("#second-password", Given.Password);
            await chairman.PressAsync("Tắt xác thực hai lớp");
        }

        async Task SignAsync(string code)
        {
            await chairman.CheckAsync("#sign-read");
            await chairman.FillAsync("#sign-password", Given.Password);
            await chairman.FillAsync("#sign-code", code);
            await chairman.PressAsync("Ký báo cáo");
        }
    }

    [Fact]
    public async Task What_was_not_shown_is_not_signed()
    {
        var report = await CompleteAsync();
        var chairman = await house.OpenAsAsync(Given.Chairman, new() { JavaScriptEnabled = true, BypassCSP = true });
        await chairman.GotoAsync($"{House.ReportAt(report)}/sign");

        await chairman.EvaluateAsync("document.querySelector('[name=shown]').value = '0'.repeat(64)");
        await chairman.CheckAsync("#sign-read");
        await chairman.FillAsync("#sign-password", Given.Password);
        await chairman.PressAsync("Ký báo cáo");

        Assert.Contains("khác với các trang vừa xem", await chairman.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_mark_leads_to_its_place_in_the_guide()
    {
        var clerk = await house.OpenAsAsync(Given.Clerk);
        await clerk.GotoAsync("/register");

        await clerk.Locator(".help-link").ClickAsync();

        Assert.Equal("Văn thư", await clerk.Locator(new Uri(clerk.Url).Fragment).InnerTextAsync());
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_pages_look_right(int width, ColorScheme scheme)
    {
        var report = await CompleteAsync();
        var chairman = await house.OpenAsAsync(Given.Chairman, Looking.As(width, scheme));
        await chairman.GotoAsync($"{House.ReportAt(report)}/sign");
        await chairman.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var faults = new List<string>(await Looking.FaultsAsync(chairman, "sign"));

        var clerk = await house.OpenAsAsync(Given.Clerk, Looking.As(width, scheme));
        await clerk.GotoAsync($"{House.ReportAt(report)}/issue");
        faults.AddRange(await Looking.FaultsAsync(clerk, "issue"));
        await clerk.GotoAsync("/register");
        faults.AddRange(await Looking.FaultsAsync(clerk, "register"));
        await clerk.GotoAsync("/help");
        faults.AddRange(await Looking.FaultsAsync(clerk, "help"));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private Task<ReportId> CompleteAsync() => CompleteAsync(house);

    /// <summary>A report whose only section is cleared.</summary>
    internal static async Task<ReportId> CompleteAsync(House house)
    {
        var report = await house.StartReportAsync();
        var section = House.SectionAt(report);

        foreach (var head in new[] { Given.FinanceHead, Given.HealthHead })
        {
            var page = await house.OpenAsAsync(head);
            await page.GotoAsync(section);
            await page.WriteAsync("Thu ngân sách đạt **96%** dự toán.");
            await page.PressAsync("Lưu và trình");
        }

        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync(section);
        await office.Locator("form[action$='/submit'] button[type=submit]").Last.ClickAsync();

        var vice = await house.OpenAsAsync(Given.Vice);
        await vice.GotoAsync(section);
        await vice.Locator("form[action$='/approve'] button[type=submit]").ClickAsync();
        Assert.Contains("Đã duyệt", await vice.SaidAsync(), StringComparison.Ordinal);

        return report;
    }
}
