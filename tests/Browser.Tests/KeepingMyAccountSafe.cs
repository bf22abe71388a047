using Domain.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Web.SigningIn;

namespace Browser.Tests;

/// <summary>What people do so that nobody else signs in as them.</summary>
public sealed class KeepingMyAccountSafe(House house)
{
    private const string Page = "/me/security";

    [Fact]
    public async Task An_authenticator_is_added_asked_for_and_taken_away()
    {
        var person = await NewcomerAsync("authenticator");
        var page = await house.OpenAsync();
        await page.SignInAsync(person.Email, Given.Password);

        await page.GotoAsync(Page);
        await page.PressAsync("Bật xác thực hai lớp");
        await page.FillAsync("#second-code", "000000");
        await page.PressAsync("Xác nhận và bật");
        Assert.Contains("Mã không đúng", await page.SaidAsync(), StringComparison.Ordinal);
        await page.FillAsync("#second-code", Web.Tests.AuthenticatorApp.CodeOf(await page.Locator("section[aria-labelledby=second] code").InnerTextAsync()));
        await page.PressAsync("Xác nhận và bật");
        var codes = await page.Locator(".recovery-codes code").AllInnerTextsAsync();
        Assert.Equal(10, codes.Count);

        var other = await house.OpenAsync();
        await other.SignInAsync(person.Email, Given.Password);
        Assert.Contains("/sign-in/code", other.Url, StringComparison.Ordinal);
        await other.FillAsync("#code", "không phải mã");
        await other.PressAsync("Tiếp tục");
        Assert.Contains("Mã không đúng", await other.SaidAsync(), StringComparison.Ordinal);
        await other.FillAsync("#code", codes[0]);
        await other.PressAsync("Tiếp tục");
        Assert.Equal($"{house.Address}/", other.Url);

        await page.GotoAsync(Page);
        Assert.Equal(2, await page.Locator("section[aria-labelledby=sessions] li").CountAsync());
        await page.FillAsync("#second-password", Given.Password);
        await page.PressAsync("Tắt xác thực hai lớp");
        Assert.Contains("Đã tắt xác thực hai lớp", await page.SaidAsync(), StringComparison.Ordinal);

        Assert.Equal(1, await page.Locator("section[aria-labelledby=sessions] li").CountAsync());
        await other.GotoAsync("/reports");
        Assert.Contains("/sign-in?ReturnUrl=", other.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_is_added_named_signed_in_with_and_removed()
    {
        var person = await NewcomerAsync("passkey");

        // A browser takes no passkey for a number of a machine, only for its name.
        var page = await house.OpenAsync(new() { JavaScriptEnabled = true, BaseURL = house.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) });
        await page.PlugInDeviceAsync();
        await page.SignInAsync(person.Email, Given.Password);

        await page.GotoAsync(Page);
        await page.FillAsync("#passkey-name", "Máy ở phòng");
        await page.PressAsync("Thêm khóa truy cập");
        await page.WaitForURLAsync("**/me/security?done=passkey-add");
        Assert.Contains("Máy ở phòng", await page.TextAsync(), StringComparison.Ordinal);

        await page.PressAsync("Đăng xuất");
        await page.GotoAsync("/sign-in");
        await page.PressAsync("Đăng nhập bằng khóa truy cập");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));

        await page.GotoAsync(Page);
        Assert.Contains("bằng khóa truy cập", await page.Locator("section[aria-labelledby=sessions]").InnerTextAsync(), StringComparison.Ordinal);
        await page.PressAsync("Gỡ Máy ở phòng");
        Assert.Contains("Đã gỡ khóa truy cập", await page.SaidAsync(), StringComparison.Ordinal);

        await page.PressAsync("Đăng xuất");
        await page.GotoAsync("/sign-in");
        await page.PressAsync("Đăng nhập bằng khóa truy cập");
        Assert.Contains("Không nhận ra khóa truy cập", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_left_open_elsewhere_is_ended_from_here()
    {
        var person = await NewcomerAsync("sessions");
        var (here, there) = (await house.OpenAsync(), await house.OpenAsync());
        await there.SignInAsync(person.Email, Given.Password);
        await here.SignInAsync(person.Email, Given.Password);

        await here.GotoAsync(Page);
        Assert.Equal(2, await here.Locator("section[aria-labelledby=sessions] li").CountAsync());
        await here.PressAsync("Chấm dứt mọi phiên khác");
        await there.GotoAsync("/reports");

        Assert.Contains("/sign-in?ReturnUrl=", there.Url, StringComparison.Ordinal);
        await here.GotoAsync("/reports");
        Assert.Equal($"{house.Address}/reports", here.Url);
    }

    [Fact]
    public async Task A_token_is_shown_once_and_revoked()
    {
        var page = await house.OpenAsync();
        await page.SignInAsync((await NewcomerAsync("token")).Email, Given.Password);
        await page.GotoAsync(Page);

        await page.UnfoldAsync("Tạo mã truy cập");
        await page.FillAsync("#token-name", "Thống kê");
        await page.PressAsync("Tạo mã");
        Assert.StartsWith("apv_", await page.InputValueAsync("#token"), StringComparison.Ordinal);

        await page.GotoAsync(Page);
        Assert.DoesNotContain("apv_", await page.ContentAsync(), StringComparison.Ordinal);
        await page.PressAsync("Thu hồi Thống kê");
        Assert.Contains("Đã thu hồi", await page.SaidAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_pages_are_there_for_everybody(int width, ColorScheme scheme)
    {
        var person = await NewcomerAsync($"looking {width} {scheme}", Role.Administrator);
        var page = await house.OpenAsync(Looking.As(width, scheme));
        var faults = new List<string>();
        await page.SignInAsync(person.Email, Given.Password);

        await page.GotoAsync(Page);
        await page.UnfoldAsync("Tạo mã truy cập");
        await page.FillAsync("#token-name", "Phần mềm thống kê");
        faults.AddRange(await Looking.FaultsAsync(page, "account-security", isTouched: true));
        await page.PressAsync("Tạo mã");
        faults.AddRange(await Looking.FaultsAsync(page, "account-token"));
        await page.GotoAsync(Page);
        await page.PressAsync("Bật xác thực hai lớp");
        faults.AddRange(await Looking.FaultsAsync(page, "account-authenticator"));
        await page.FillAsync("#second-code", Web.Tests.AuthenticatorApp.CodeOf(await page.Locator("section[aria-labelledby=second] code").InnerTextAsync()));
        await page.PressAsync("Xác nhận và bật");
        faults.AddRange(await Looking.FaultsAsync(page, "account-codes"));
        await page.GotoAsync("/security");
        faults.AddRange(await Looking.FaultsAsync(page, "security-trail"));
        await page.PressAsync("Đăng xuất");
        await page.SignInAsync(person.Email, Given.Password);
        faults.AddRange(await Looking.FaultsAsync(page, "sign-in-code"));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task<Person> NewcomerAsync(string key, Role role = Role.Drafter)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var id = new PersonId(Given.Id($"safe {key}"));
        var person = new Person { Id = id, Name = "Ngô Thị An", Email = $"{id.Value:N}@tanthu.example", Positions = [new(Given.Office, role, "Chuyên viên")] };
        await house.Services.GetRequiredService<Workflows.Recording.IAgencies>().ChangeAsync(
            Given.Agency, Given.Consolidator.Id, Given.Monday, (_, _) => Task.FromResult<Domain.Outcome<AgencyChange>>(new AgencyChange { People = [person], Facts = [new("person-added", person.Name, [])] }), cancellationToken);

        await using var scope = house.Services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, Given.Password)).Succeeded);

        return person;
    }
}
