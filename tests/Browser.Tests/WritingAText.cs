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
        page.SetDefaultTimeout(15_000);
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
