namespace Web.Tests.Permitting;

/// <summary>Keeps what a server sets, for as long as the test lasts: by the test's clock nothing runs out, while the handlers' own jar goes by today's.</summary>
public sealed class CookieJar() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly Dictionary<(string Host, string Name), string> kept = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var host = request.RequestUri?.Authority ?? "";
        var cookies = kept.Where(cookie => cookie.Key.Host == host && cookie.Value.Length > 0).Select(cookie => $"{cookie.Key.Name}={cookie.Value}").ToList();
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies));

        var answer = await base.SendAsync(request, cancellationToken);

        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            kept[(host, pair[0])] = pair[1];
        }

        return answer;
    }
}
