using System.Text.RegularExpressions;
using Domain.People;
using Domain.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Starting;

namespace Browser.Tests;

public sealed class WritingAText(House house)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_as_in_Word_is_saved_by_itself_as_Markdown()
    {
        var (report, page) = await OpenAsync("");

        await page.Keyboard.TypeAsync("Thu ngân sách đạt ");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("96%");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync(" dự toán.");
        await ToolAsync(page, "Chèn chú thích cuối trang (Ctrl+Alt+F)");
        await page.Keyboard.TypeAsync("Theo Kho bạc.");
        await EndOfAsync(page.Locator(".sheet > p").First);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("a) Thu nội địa;");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("thu khác.");
        await SavedAsync(page);

        Assert.Equal("Thu ngân sách đạt **96%** dự toán.[^1]\n\na) Thu nội địa;\nb) thu khác.\n\n[^1]: Theo Kho bạc.", await TextAsync(report));
    }

    [Fact]
    public async Task A_table_is_made_and_changed_by_its_tools()
    {
        var (report, page) = await OpenAsync("");

        await ToolAsync(page, "Chèn bảng");
        foreach (var word in (string[])["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Thu", "100", "96 | 97"])
        {
            await page.Keyboard.TypeAsync(word);
            await page.Keyboard.PressAsync("Tab");
        }

        await ToolAsync(page, "Xóa hàng");
        await page.Locator(".sheet td").Nth(1).ClickAsync();
        await ToolAsync(page, "Căn cột sang phải");
        await ToolAsync(page, "Thêm cột bên phải");
        await SavedAsync(page);

        Assert.Equal("| Chỉ tiêu | Kế hoạch |  | Thực hiện |\n| --- | ---: | --- | --- |\n| Thu | 100 |  | 96 \\| 97 |", await TextAsync(report));
    }

    /// <summary>Every text of the demo one below the other, and what is rare beside.</summary>
    [Fact]
    public async Task What_is_not_touched_stays_letter_by_letter()
    {
        var text = $"Chữ đầu.\n\n{Samples()}";
        var (report, page) = await OpenAsync(text);

        await EndOfAsync(page.Locator(".sheet > p").First);
        await page.Keyboard.TypeAsync(" Thêm.");
        await SavedAsync(page);

        Assert.Equal(text.Replace("Chữ đầu.", "Chữ đầu. Thêm.", StringComparison.Ordinal), await TextAsync(report));
    }

    /// <summary>Bold over everything touches every block: what is printed differs in nothing else.</summary>
    [Fact]
    public async Task What_is_touched_says_what_it_said_before()
    {
        var text = Samples();
        var (report, page) = await OpenAsync(text);

        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+b");
        await SavedAsync(page);

        var after = await TextAsync(report);
        Assert.NotEqual(text, after);
        var comparison = Documents.Comparison.TextComparison.Of(text, after, OutlineLevel.Part);
        Assert.True(comparison.Changes == 0, string.Join('\n', comparison.Blocks.Where(block => block.Changes > 0).Take(5)));
    }

    [Fact]
    public async Task What_Word_puts_on_the_clipboard_arrives_as_it_was_meant()
    {
        var (report, page) = await OpenAsync("");

        await PasteAsync(page, Clipboard.OfWord);
        await SavedAsync(page);

        Assert.Equal(Clipboard.AsMarkdown, await TextAsync(report));
    }

    [Fact]
    public async Task A_lost_network_and_a_closed_lid_lose_nothing()
    {
        var (report, page) = await OpenAsync("Đã có.");
        await EndOfAsync(page.Locator(".sheet > p"));

        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync(" Viết lúc mất mạng.");
        await page.GetByText("Mất mạng – đang giữ trong máy này").WaitForAsync();
        Assert.Equal("Đã có.", await TextAsync(report));

        // The lid is closed: what is left in an orderly way may still send, once the network is back, so the page is cut off.
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => page.GotoAsync("chrome://crash"));
        await page.CloseAsync();
        var again = await page.Context.NewPageAsync();
        again.SetDefaultTimeout(30_000);
        await again.Context.SetOfflineAsync(false);
        await again.GotoAsync(House.WritingAt(report));

        await again.GetByText("Đã khôi phục nội dung bạn soạn").WaitForAsync();
        await SavedAsync(again);
        Assert.Equal("Đã có. Viết lúc mất mạng.", await TextAsync(report));
    }

    [Fact]
    public async Task A_session_that_ran_out_keeps_the_text_until_its_writer_is_back()
    {
        var (report, page) = await OpenAsync("Đã có.");
        await EndOfAsync(page.Locator(".sheet > p"));
        var cookies = await page.Context.CookiesAsync();

        await page.Context.ClearCookiesAsync();
        await page.Keyboard.TypeAsync(" Viết khi hết phiên.");
        await page.GetByText("Phiên đăng nhập đã hết").WaitForAsync();
        Assert.Equal("Đã có.", await TextAsync(report));

        // Signed in again beside it.
        await page.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = house.Address }));
        await SavedAsync(page);
        Assert.Equal("Đã có. Viết khi hết phiên.", await TextAsync(report));
    }

    [Fact]
    public async Task Two_in_one_text_see_each_other_and_nothing_is_overwritten()
    {
        var (report, head) = await OpenAsync("Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba.");
        var drafter = await OpenAsync(report, Given.FinanceDrafter);
        await drafter.GetByText($"{Given.FinanceHead.Name} cũng đang mở văn bản này").WaitForAsync();

        // In different paragraphs: merged without a question.
        await EndOfAsync(head.Locator(".sheet > p").Nth(0));
        await head.Keyboard.TypeAsync(" Của trưởng phòng.");
        await SavedAsync(head);
        await EndOfAsync(drafter.Locator(".sheet > p").Nth(2));
        await drafter.Keyboard.TypeAsync(" Của chuyên viên.");
        await drafter.GetByText("đã được gộp lại").WaitForAsync();
        await SavedAsync(drafter);
        Assert.Equal("Đoạn một. Của trưởng phòng.\n\nĐoạn hai.\n\nĐoạn ba. Của chuyên viên.", await TextAsync(report));

        // In the same one: people decide.
        await EndOfAsync(head.Locator(".sheet > p").Nth(2));
        await head.Keyboard.TypeAsync(" Kết luận khác.");
        await head.GetByRole(AriaRole.Button, new() { Name = "So sánh và gộp" }).ClickAsync();
        await head.GetByText("Hai người cùng sửa 1 chỗ").WaitForAsync();
        await head.GetByLabel("Giữ nội dung của bạn").CheckAsync();
        await head.PressAsync("Gộp và lưu");

        Assert.Contains("Đã gộp và lưu", await head.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal("Đoạn một. Của trưởng phòng.\n\nĐoạn hai.\n\nĐoạn ba. Kết luận khác.", await TextAsync(report));
    }

    [Fact]
    public async Task A_block_that_the_editor_has_no_words_for_is_edited_as_it_was_typed()
    {
        var (report, page) = await OpenAsync("Đầu.\n\n> Trích dẫn.\n\nCuối.\n");

        await page.PressAsync("Sửa mã của khối này");
        await page.GetByLabel("Mã của khối").FillAsync("> Trích dẫn đã sửa.");
        await page.PressAsync("Xong");
        await SavedAsync(page);

        Assert.Equal("Đầu.\n\n> Trích dẫn đã sửa.\n\nCuối.\n", await TextAsync(report));
    }

    [Fact]
    public async Task What_is_still_being_typed_goes_along_when_it_is_submitted()
    {
        var (report, page) = await OpenAsync("");

        await page.Keyboard.TypeAsync("Gõ xong bấm ngay.");
        await page.PressAsync("Lưu và trình");
        await page.WaitForURLAsync("**/*done=submit");

        Assert.Contains("Đã trình", await page.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal("Gõ xong bấm ngay.", await TextAsync(report));
    }

    [Fact]
    public async Task What_was_saved_before_is_submitted_at_the_first_press()
    {
        var (report, page) = await OpenAsync("");

        await page.Keyboard.TypeAsync("Gõ xong, nghỉ tay rồi mới bấm.");
        await SavedAsync(page);
        await page.PressAsync("Lưu và trình");
        await page.WaitForURLAsync("**/*done=submit");

        Assert.Equal("Gõ xong, nghỉ tay rồi mới bấm.", await TextAsync(report));
    }

    [Fact]
    public async Task Pages_are_shown_as_they_will_be_printed_while_one_writes()
    {
        var (_, page) = await OpenAsync("Một đoạn đã có.");

        await page.UnfoldAsync("Xem bản in");
        await page.GetByAltText("Trang 1/", new() { Exact = false }).WaitForAsync();

        Assert.Matches(@"4 từ · \d trang in", await page.Locator(".write-count").InnerTextAsync());
        Assert.True(await page.Locator("[data-preview] img").First.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Nothing_is_cut_off_and_nobody_is_left_out(int width, ColorScheme scheme)
    {
        var report = await house.StartReportAsync();
        var text = Clipboard.AsMarkdown + "\n\n+-----+-----+\n| a   | b   |\n+=====+=====+\n| c   | d   |\n+-----+-----+\n";
        await SaveAsync(report, Given.FinanceDrafter, text, 0);
        var page = await house.OpenAsAsync(Given.FinanceHead, Looking.As(width, scheme));
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync(House.WritingAt(report));
        await page.Locator(".sheet td").First.ClickAsync();
        await page.UnfoldAsync("Xem bản in");
        await page.GetByAltText("Trang 1/", new() { Exact = false }).WaitForAsync();
        await page.Locator(".opaque table").WaitForAsync();
        var faults = await Looking.FaultsAsync(page, "write");

        // What the head sees who wrote on while a drafter did, in the same place.
        await SaveAsync(report, Given.FinanceDrafter, text.Replace("96%", "97%", StringComparison.Ordinal), 1);
        await page.Locator("form.writing textarea[name=text]").EvaluateAsync("box => { box.value = box.value.replace('dự toán', 'dự toán Hội đồng nhân dân giao'); }");
        await page.Locator("form.writing").EvaluateAsync("form => HTMLFormElement.prototype.submit.call(form)");
        await page.GetByText("Hai người cùng sửa").WaitForAsync();

        var all = string.Join('\n', faults.Concat(await Looking.FaultsAsync(page, "merge", isTouched: true)));

        Assert.True(all.Length == 0, all);
    }

    private async Task<(ReportId Report, IPage Page)> OpenAsync(string text, Person? person = null)
    {
        var report = await house.StartReportAsync();
        if (text.Length > 0) await SaveAsync(report, Given.FinanceDrafter, text, 0);
        var page = await OpenAsync(report, person ?? Given.FinanceHead);

        return (report, page);
    }

    private async Task<IPage> OpenAsync(ReportId report, Person person)
    {
        var page = await house.OpenAsAsync(person, new() { JavaScriptEnabled = true });
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync(House.WritingAt(report));
        await page.Locator(".sheet").WaitForAsync();

        return page;
    }

    private async Task SaveAsync(ReportId report, Person by, string text, int onRevision)
    {
        var saved = await house.Services.GetRequiredService<SaveWorkingCopyHandler>()
            .HandleAsync(new(by.Id, report, StartReportHandler.IdFor(report, Given.Budget), Given.Finance, text, onRevision), Token);
        Assert.False(saved.IsRefused, saved.Refusal?.Message.En);
    }

    private async Task<string> TextAsync(ReportId report) =>
        (await house.Services.GetRequiredService<IRecord>().WorkingCopyAsync(report, new(StartReportHandler.IdFor(report, Given.Budget), Given.Finance), Token))?.Text ?? "";

    private static Task ToolAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task PasteAsync(IPage page, string html) => await page.Locator(".sheet").EvaluateAsync(
        """
        (sheet, html) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/html', html);
            sheet.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        html);

    /// <summary>A hand needs longer from the mouse to the keys than a browser to tell its page where the cursor is.</summary>
    private static async Task EndOfAsync(ILocator paragraph)
    {
        await paragraph.ClickAsync();
        await paragraph.Page.EvaluateAsync("new Promise(done => setTimeout(done, 50))");
        await paragraph.Page.Keyboard.PressAsync("End");
        await paragraph.Page.EvaluateAsync("new Promise(done => setTimeout(done, 50))");
    }

    /// <summary>Not only typed, but at the server.</summary>
    private static Task SavedAsync(IPage page) => page.Locator("form.writing[data-state=saved]").WaitForAsync();

    private static string Samples() =>
        string.Join("\n\n", Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Demo", "data", "texts"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select((file, place) => Regex.Replace(File.ReadAllText(file).Trim(), @"\[\^(\w+)\]", $"[^$1-{place}]")))
        + """


        # Tiêu đề *nghiêng* [^ghi]

        a) Điểm a có `mã` và [liên kết](https://tanhoa.example/a_(b)).
        b) Điểm b
           dòng hai
           - gạch một
           - gạch hai

             đoạn sau

        * sao
        * sao nữa

        - gạch ngay dưới

        3. ba
        4. bốn

        dòng một\
        dòng hai, 5 < 6 & 7 > 3; m^2^ và CO~2~; \*không nghiêng\*; a_b_c

        | Cột một | Cột hai |
        |:--------|-----:|
        | **a**<br>b | 1.234,5 |
        | c \| d | |

        ---

        [^ghi]: Chú thích **đậm**.

            Đoạn hai của chú thích.

        Đoạn cuối: theo điểm
        b) khoản 2 Điều 5.
        """;
}
