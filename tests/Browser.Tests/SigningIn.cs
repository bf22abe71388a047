namespace Browser.Tests;

public sealed class SigningIn(House house)
{
    [Fact]
    public async Task A_wrong_password_is_refused_in_words_and_the_address_stays_typed()
    {
        var page = await house.OpenAsync();

        await page.SignInAsync(Given.Vice.Email, "sai rồi sai rồi");

        Assert.Contains("Email hoặc mật khẩu không đúng", await page.SaidAsync(), StringComparison.Ordinal);
        Assert.Equal(Given.Vice.Email, await page.InputValueAsync("#email"));
        Assert.Equal("", await page.InputValueAsync("#password"));
    }

    [Fact]
    public async Task The_right_password_leads_to_where_one_wanted_to_go()
    {
        var page = await house.OpenAsync();

        await page.GotoAsync("/reports?state=Issued");
        Assert.Contains("/sign-in?ReturnUrl=", page.Url, StringComparison.Ordinal);
        await page.FillAsync("#email", Given.Vice.Email);
        await page.FillAsync("#password", Given.Password);
        await page.PressAsync("Đăng nhập");

        Assert.Equal($"{house.Address}/reports?state=Issued", page.Url);
        Assert.Equal("Theo dõi – Soạn duyệt báo cáo", await page.TitleAsync());
    }

    [Fact]
    public async Task What_was_sent_after_the_session_ended_is_found_again_by_going_back()
    {
        var office = await house.OpenAsAsync(Given.Consolidator);
        await office.GotoAsync($"/start?template={Given.Template.Value}");
        await office.FillAsync("#abstract", "Công tác gõ lúc hết phiên");
        await office.Context.ClearCookiesAsync(new() { Name = "approval" });

        await office.PressAsync("Mở báo cáo");
        Assert.Contains("chưa được ghi nhận", await office.SaidAsync(), StringComparison.Ordinal);
        await office.FillAsync("#email", Given.Consolidator.Email);
        await office.FillAsync("#password", Given.Password);
        await office.PressAsync("Đăng nhập");
        await office.GoBackAsync();
        await office.GoBackAsync();

        Assert.Equal("Công tác gõ lúc hết phiên", await office.InputValueAsync("#abstract"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Nobody_is_sent_to_another_site(string elsewhere)
    {
        var page = await house.OpenAsync();

        await page.GotoAsync($"/sign-in?ReturnUrl={Uri.EscapeDataString(elsewhere)}");
        await page.FillAsync("#email", Given.Clerk.Email);
        await page.FillAsync("#password", Given.Password);
        await page.PressAsync("Đăng nhập");

        Assert.Equal($"{house.Address}/", page.Url);
    }

    [Fact]
    public async Task Whoever_has_left_is_told_so()
    {
        var page = await house.OpenAsync();

        await page.SignInAsync(Given.Gone.Email, Given.Password);

        Assert.Contains("Tài khoản này không còn được dùng", await page.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        var page = await house.OpenAsync();
        await page.SignInAsync(Given.Clerk.Email, Given.Password);

        await page.PressAsync("Đăng xuất");
        await page.GotoAsync("/reports");

        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
    }
}
