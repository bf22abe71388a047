using Microsoft.Playwright;
using TestServers;

namespace Browser.Tests;

/// <summary>Signing in with the organisation's directory, a real OpenID Connect server that presents itself as Entra does.</summary>
public sealed class SigningInWithEntra(SigningInWithEntra.Place place) : IClassFixture<SigningInWithEntra.Place>
{
    private const string SignIn = "Đăng nhập bằng tài khoản của cơ quan";
    private const string SignAgain = "Đăng nhập lại để ký";

    private House House => place.House;

    private EntraServer Directory => place.Directory;

    [Fact]
    public async Task Somebody_whom_the_agency_knows_comes_to_where_they_wanted_to_go()
    {
        var page = await House.OpenAsync();

        await page.GotoAsync("/reports?state=Issued");
        await FollowAsync(page, SignIn);
        await ShowAsync(page, Given.Vice.Email);


        Assert.Equal($"{House.Address}/reports?state=Issued", page.Url);
        Assert.Contains(Given.Vice.Name, await page.Locator("header").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_nobody_here_knows_is_told_whom_to_ask_and_may_try_another_account()
    {
        var page = await House.OpenAsync(Looking.As(1280));

        await SignInAsync(page, "la@tanthu.example");

        Assert.Contains("chưa có ai mang tài khoản này", await page.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Hãy liên hệ Văn phòng cơ quan", await page.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Looking.FaultsAsync(page, "stranger"));

        await FollowAsync(page, "Dùng tài khoản khác");
        await ShowAsync(page, Given.Vice.Email);
        Assert.Equal($"{House.Address}/", page.Url);
    }

    [Fact]
    public async Task Whoever_has_left_is_told_so()
    {
        var page = await House.OpenAsync();

        await SignInAsync(page, Given.Gone.Email);

        Assert.Contains("chưa có ai mang tài khoản này", await page.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_directorys_session_too()
    {
        var page = await House.OpenAsync();
        await SignInAsync(page, Given.Clerk.Email);

        await page.PressAsync("Đăng xuất");
        await page.PressAsync("Sign out");
        Assert.Equal($"{House.Address}/sign-in", page.Url);
        await FollowAsync(page, SignIn);

        Assert.Equal("Directory", await page.TextContentAsync("h1"));
        await page.GotoAsync($"{House.Address}/reports");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
    }

    public static TheoryData<string, string?, string, bool> Forgeries => new()
    {
        { "iss", "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/v2.0", "RS256", false },
        { "aud", "00000000-0000-4000-8000-000000000002", "RS256", false },
        { "exp", "1700000000", "RS256", false },
        // A token of an earlier round trip holds the nonce of that.
        { "nonce", "638000000000000000.of-another-time", "RS256", false },
        { "nonce", null, "RS256", false },
        // The hash is what binds the other token to this one, and needs no key.
        { "at_hash", null, "none", false },
        { "", null, "none", false },
        { "", null, "HS256", false },
        { "", null, "RS256", true },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_the_directorys_for_this_round_trip_lets_nobody_in(string claim, string? value, string algorithm, bool isForged)
    {
        var claims = new Dictionary<string, object?>();
        if (claim.Length > 0) claims[claim] = claim == "exp" ? long.Parse(value ?? "", System.Globalization.CultureInfo.InvariantCulture) : value;
        await Directory.AnswerNextWithAsync(claims, algorithm, isForged);
        var page = await House.OpenAsync();

        await SignInAsync(page, Given.FinanceHead.Email);

        Assert.Equal($"{House.Address}/sign-in?failed=entra", page.Url);
        Assert.Contains("Chưa đăng nhập được", await page.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_of_another_directory_is_a_stranger()
    {
        await Directory.AnswerNextWithAsync(new Dictionary<string, object?> { ["tid"] = Guid.NewGuid() });
        var page = await House.OpenAsync();

        await SignInAsync(page, Given.FinanceHead.Email);

        Assert.Contains("chưa có ai mang tài khoản này", await page.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_the_directory_is_good_once_and_in_the_browser_that_asked()
    {
        var (page, elsewhere) = (await House.OpenAsync(), await House.OpenAsync());
        var answers = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/signin-oidc", StringComparison.Ordinal)) answers.Add(request.Url);
        };
        await SignInAsync(page, Given.HealthHead.Email);
        Assert.Equal($"{House.Address}/", page.Url);

        await page.Context.ClearCookiesAsync(new() { Name = "approval" });
        foreach (var again in new[] { page, elsewhere })
        {
            await again.GotoAsync(Assert.Single(answers.Distinct()));
            Assert.Equal($"{House.Address}/sign-in?failed=entra", again.Url);
        }

        await elsewhere.GotoAsync($"{House.Address}/reports");
        Assert.Contains("/sign-in", elsewhere.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_asks_to_sign_in_again_and_believes_only_the_directory_that_it_happened()
    {
        var report = await SigningAndIssuing.CompleteAsync(House);
        var page = await House.OpenAsync(Looking.As(1280));
        await SignInAsync(page, Given.Chairman.Email);
        await page.GotoAsync($"{House.ReportAt(report)}/sign");
        Assert.Empty(await page.Locator("#sign-password").AllAsync());
        Assert.Empty(await Looking.FaultsAsync(page, "sign-again"));

        // Whoever sits at the keyboard can take the question out of the address; then the directory answers by its session of this morning.
        await Directory.AnswerNextWithAsync(new Dictionary<string, object?> { ["auth_time"] = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds() });
        await FollowAsync(page, SignAgain);
        await ShowAsync(page, Given.Chairman.Email);
        Assert.Contains("báo cáo chưa được ký", await page.SaidAsync(), StringComparison.Ordinal);
        Assert.Empty(await page.Locator("#sign-read").AllAsync());

        await FollowAsync(page, SignAgain);
        await ShowAsync(page, Given.Vice.Email);
        Assert.Contains("tài khoản của người khác", await page.SaidAsync(), StringComparison.Ordinal);

        await FollowAsync(page, SignAgain);
        await ShowAsync(page, Given.Chairman.Email);
        Assert.Empty(await Looking.FaultsAsync(page, "sign-confirmed"));
        await page.CheckAsync("#sign-read");
        await page.PressAsync("Ký báo cáo");
        Assert.Contains("Đã ký báo cáo", await page.SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_may_make_somebody_an_administrator()
    {
        await Directory.KnowAsync(Given.FinanceDrafter.Email, new Dictionary<string, object?> { ["roles"] = new[] { "Approval.Administrator" } });
        var page = await House.OpenAsync();

        await SignInAsync(page, Given.FinanceDrafter.Email);
        await page.GotoAsync("/people/new");

        Assert.Equal(1, await page.Locator("form[action='/people/new']").CountAsync());
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_sign_in_page_looks_right(int width, ColorScheme scheme)
    {
        var page = await House.OpenAsync(Looking.As(width, scheme));
        await page.GotoAsync("/sign-in?failed=entra");

        Assert.Empty(await Looking.FaultsAsync(page, "sign-in-entra"));
    }

    private async Task SignInAsync(IPage page, string account)
    {
        await page.GotoAsync("/sign-in");
        await FollowAsync(page, SignIn);
        await ShowAsync(page, account);
    }

    /// <summary>On the directory's own page.</summary>
    private async Task ShowAsync(IPage page, string account)
    {
        await page.FillAsync("[name=login]", account);
        await page.FillAsync("[name=password]", "của thư mục");
        await page.PressAsync("Next");

        // Who was somebody else before is led through a page that goes on by itself.
        await page.WaitForURLAsync(url => url.StartsWith(House.Address, StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
    }

    private static async Task FollowAsync(IPage page, string link)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    public sealed class Place : IAsyncLifetime
    {
        public EntraServer Directory { get; } = new();

        public House House => field ??= new() { Directory = Directory };

        public ValueTask InitializeAsync() => House.InitializeAsync();

        public async ValueTask DisposeAsync()
        {
            await House.DisposeAsync();
            await Directory.DisposeAsync();
        }
    }
}
