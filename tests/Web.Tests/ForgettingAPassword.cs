using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using TestServers;

[assembly: AssemblyFixture(typeof(MailServer))]

namespace Web.Tests;

public sealed partial class ForgettingAPassword(MailServer mail, Office withoutMail)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_comes_by_mail_and_sets_a_new_password_once()
    {
        await using var office = new Office { Settings = await mail.SettingsAsync() };
        await office.InitializeAsync();
        var address = Given.EmailOf(Given.HealthHead);

        var known = await AskAsync(office, address);
        var unknown = await AskAsync(office, "khongai@tanthu.example");

        Assert.Equal((known.StatusCode, known.RequestMessage?.RequestUri), (unknown.StatusCode, unknown.RequestMessage?.RequestUri));
        using var letter = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(await mail.LettersAsync(address, Token)))), Token);
        Assert.Equal("Đặt lại mật khẩu", letter.Subject);
        Assert.Contains("Bùi Thị Y", letter.TextBody, StringComparison.Ordinal);

        // It names the address that was set, whatever the request called this machine.
        var link = Link().Match(letter.TextBody ?? "");
        Assert.True(link.Success, letter.TextBody);
        const string Password = "trâu chậm uống nước đục";
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(office, link.Groups["path"].Value, ("password", Password), ("again", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(office, link.Groups["path"].Value, ("password", Password), ("again", Password))).StatusCode);

        (await office.Anonymous().PostAsync("/api/tokens", new { email = address, password = Given.Password })).Refused(HttpStatusCode.Unauthorized, "sign-in-failed");
        (await office.Anonymous().PostAsync("/api/tokens", new { email = address, password = Password })).Ok();
    }

    [Fact]
    public async Task Where_there_is_no_mail_the_page_says_whom_to_ask() =>
        Assert.Contains("Hãy liên hệ quản trị", (await withoutMail.Anonymous().GetAsync("/forgotten")).Text, StringComparison.Ordinal);

    private static Task<HttpResponseMessage> AskAsync(Office office, string address) => PostAsync(office, "/forgotten", ("email", address));

    /// <summary>As a browser sends the form that it was shown; of a page without that form, with the one for signing in.</summary>
    private static async Task<HttpResponseMessage> PostAsync(Office office, string path, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var client = office.Anonymous().Client;
        using var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), Token);
        var shown = Shown().Match(await page.Content.ReadAsStringAsync(Token)).Groups["token"].Value;

        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", shown)]),
        };
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));

        return await client.SendAsync(request, Token);
    }

    [GeneratedRegex("https://baocao\\.tanthu\\.example(?<path>/welcome/[A-Za-z0-9_-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Shown();
}
