using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Web.Tests;

/// <summary>A client of the API.</summary>
public sealed class Caller(HttpClient client)
{
    public HttpClient Client => client;

    public Task<Answer> GetAsync(string address, params IReadOnlyList<(string Name, string Value)> headers) => SendAsync(HttpMethod.Get, address, null, headers);

    public Task<Answer> PostAsync(string address, object body) => SendAsync(HttpMethod.Post, address, JsonContent.Create(body), []);

    public Task<Answer> PutAsync(string address, object body, params IReadOnlyList<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Put, address, JsonContent.Create(body), headers);

    public Task<Answer> PutTextAsync(string address, string text, string? ifMatch) => PutBytesAsync(address, Encoding.UTF8.GetBytes(text), ifMatch);

    public Task<Answer> PutBytesAsync(string address, byte[] bytes, string? ifMatch) =>
        SendAsync(HttpMethod.Put, address, Content(bytes, "text/markdown"), ifMatch is null ? [] : [("If-Match", ifMatch)]);

    public static ByteArrayContent Content(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        return content;
    }

    public async Task<Answer> SendAsync(HttpMethod method, string address, HttpContent? body, IReadOnlyList<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        return new(response.StatusCode, response.Headers, response.Content.Headers, bytes);
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Bytes);

    public string? ETag => Headers.ETag?.Tag;

    /// <summary>The value or, where it was refused, what was said: shown where a test expected something else.</summary>
    public JsonElement Ok()
    {
        Assert.True(Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{(int)Status}: {Text}");

        return Json;
    }

    /// <summary>Refused with this status and code, in the one shape that refusals have.</summary>
    public JsonElement Refused(HttpStatusCode status, string code)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");
        Assert.Equal("application/problem+json", ContentHeaders.ContentType?.MediaType);

        var problem = Json;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        Assert.Equal(JsonValueKind.Array, problem.GetProperty("whoCan").ValueKind);
        Assert.Equal(JsonValueKind.Array, problem.GetProperty("faults").ValueKind);

        return problem;
    }
}
