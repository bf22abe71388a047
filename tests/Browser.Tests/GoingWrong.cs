using System.Security.Cryptography;
using System.Text;

namespace Browser.Tests;

public sealed class GoingWrong(House house)
{
    [Fact]
    public async Task What_broke_is_told_in_the_house_style_and_nothing_of_the_machine_is_shown()
    {
        var report = await house.StartReportAsync();
        var head = await house.OpenAsAsync(Given.FinanceHead);
        await head.GotoAsync(House.SectionAt(report));
        await head.WriteAsync("Văn bản sẽ mất.");
        await head.PressAsync("Lưu và trình");
        Lose("Văn bản sẽ mất.");

        var answer = await head.GotoAsync(House.SectionAt(report));

        Assert.Equal(500, answer?.Status);
        Assert.Contains("Hệ thống gặp lỗi", await head.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", await head.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_a_page_and_another_s_report_look_the_same()
    {
        var head = await house.OpenAsAsync(Given.FinanceHead);

        foreach (var address in (string[])["/nothing", $"/reports/{Guid.NewGuid()}", $"/reports/{Guid.NewGuid()}/sections/{Guid.NewGuid()}"])
        {
            var answer = await head.GotoAsync(address);

            Assert.Equal(404, answer?.Status);
            Assert.Contains("Không tìm thấy trang", await head.TextAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_may_neither_run_nor_fetch_anything_from_elsewhere()
    {
        var page = await house.OpenAsync();

        var answer = await page.GotoAsync("/sign-in");

        var policy = await (answer?.HeaderValueAsync("content-security-policy") ?? Task.FromResult<string?>(null));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    private void Lose(string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var file = Directory.EnumerateFiles(house.Folder, "*", SearchOption.AllDirectories)
            .Single(file => file.Replace(Path.DirectorySeparatorChar.ToString(), "", StringComparison.Ordinal).EndsWith(hash, StringComparison.Ordinal));
        File.Delete(file);
    }
}
