using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Web.Tests;

/// <summary>Behind a proxy that does TLS; and what a browser is told in any case.</summary>
public sealed class ComingOverHttps(ComingOverHttps.Place place, Office office) : IClassFixture<ComingOverHttps.Place>
{
    private readonly Caller anonymous = place.Anonymous();

    [Fact]
    public async Task A_cookie_belongs_to_this_host_alone_and_never_goes_in_the_clear()
    {
        var answer = await anonymous.GetAsync("/sign-in", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "baocao.tanthu.example"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-approval-form=", cookie, StringComparison.Ordinal);
        Assert.All((string[])["; path=/", "; secure", "; httponly", "; samesite="], flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task In_the_clear_a_page_leads_to_its_own_address_and_a_program_is_refused()
    {
        var page = await anonymous.GetAsync("/reports?state=Issued", ("X-Forwarded-Host", "evil.example"));

        Assert.Equal(HttpStatusCode.PermanentRedirect, page.Status);
        Assert.Equal("https://baocao.tanthu.example/reports?state=Issued", page.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, (await anonymous.PostAsync("/api/tokens", new { email = "a@b.example", password = Given.Password })).Status);
        Assert.Equal(HttpStatusCode.OK, (await anonymous.GetAsync("/health")).Status);
    }

    [Fact]
    public async Task Whoever_is_no_known_proxy_does_not_choose_the_address_that_is_counted()
    {
        await using var strict = new Office { AttemptsPerMinute = 2 };
        await strict.InitializeAsync();

        var answers = new List<HttpStatusCode>();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var body = Caller.Content("{\"email\":\"a@b.example\",\"password\":\"sai sai sai sai\"}"u8.ToArray(), "application/json");
            answers.Add((await strict.Anonymous().SendAsync(HttpMethod.Post, "/api/tokens", body, [("X-Forwarded-For", $"10.0.0.{attempt}")])).Status);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Whoever_sends_files_by_the_hundred_has_to_wait()
    {
        await using var strict = new Office { Settings = [("Approval:UploadsPerMinute", "2")] };
        await strict.InitializeAsync();
        var drafter = await strict.AsAsync(Given.FinanceDrafter);

        var answers = new List<HttpStatusCode>();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var file = Caller.Content("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "image/png");
            answers.Add((await drafter.SendAsync(HttpMethod.Post, "/api/images", file, [])).Status);
        }

        // And what a file is, its bytes say, not its name or its type.
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Whoever_sends_outlines_by_the_hundred_has_to_wait_too()
    {
        await using var strict = new Office { Settings = [("Approval:UploadsPerMinute", "2")] };
        await strict.InitializeAsync();
        var office = await strict.AsAsync(Given.Consolidator);

        var answers = new List<HttpStatusCode>();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var file = Caller.Content("{}"u8.ToArray(), "application/json");
            answers.Add((await office.SendAsync(HttpMethod.Post, $"/api/templates/{Guid.NewGuid()}/file", file, [])).Status);
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..2]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[2]);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task What_another_site_sends_with_a_cookie_is_not_heard(string from)
    {
        using var body = Caller.Content("language=en"u8.ToArray(), "application/x-www-form-urlencoded");

        var answer = await office.Anonymous().SendAsync(HttpMethod.Post, "/language", body, [("Cookie", "approval=x"), ("Sec-Fetch-Site", from)]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/reports/nowhere")]
    [InlineData("/api/me")]
    [InlineData("/api/nowhere")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/scalar")]
    [InlineData("/site.css")]
    [InlineData("/health")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string address)
    {
        var headers = (await office.Anonymous().GetAsync(address)).Headers;

        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.False(headers.Contains("Server"));

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("script-src[^;]*unsafe-inline", policy);
        if (address != "/scalar") Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_form_asks_for_its_token()
    {
        var without = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(door => door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not "GET" and not "HEAD") is true)
            .Where(door => door.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) is false)
            .Where(door => door.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
            .Select(door => door.RoutePattern.RawText?.TrimEnd('/').Split('/')[^1])
            .ToHashSet();

        // The writing page's script sends what no form can: see WhileWriting.
        Assert.Equal(["working-copy", "merge", "presence", "pictures", "shown", "drawn"], without);
    }

    public sealed class Place : IAsyncLifetime
    {
        public Office Office { get; } = new() { Settings = [("Approval:PublicAddress", "https://baocao.tanthu.example"), ("Approval:Proxies:0", "127.0.0.1"), ("Approval:Proxies:1", "::1")] };

        private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        public Caller Anonymous() => new(client);

        public async ValueTask InitializeAsync()
        {
            await Office.InitializeAsync();
            client.BaseAddress = Office.ClientOptions.BaseAddress;
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await Office.DisposeAsync();
        }
    }
}
