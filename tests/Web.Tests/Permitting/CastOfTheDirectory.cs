using System.Net;
using Domain.People;
using TestServers;
using Web.SigningIn;

namespace Web.Tests.Permitting;

/// <summary>The same people, who come in by the organisation's directory: to the pages through its sign-in, to the API with its tokens.</summary>
public sealed class CastOfTheDirectory : Cast
{
    private readonly EntraServer directory = new();

    public override Office Office => field ??= new() { Entra = directory };

    public override Task<Caller> ApiAsync(PersonId person) => Office.FromEntraAsync(person);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await directory.DisposeAsync();
    }

    /// <summary>There and back again, as a browser is led.</summary>
    protected override async Task SignInAsync(HttpClient client, string email)
    {
        ArgumentNullException.ThrowIfNull(client);

        var page = await FollowAsync(client, new(HttpMethod.Get, new Uri(EntraDoors.SignInPath, UriKind.Relative)));
        using var account = new FormUrlEncodedContent([new("login", email), new("password", "x")]);
        page = await FollowAsync(client, new(HttpMethod.Post, page.RequestMessage?.RequestUri) { Content = account });

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("/", page.RequestMessage?.RequestUri?.AbsolutePath);
    }

    private static async Task<HttpResponseMessage> FollowAsync(HttpClient client, HttpRequestMessage request)
    {
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        while (answer.Headers.Location is { } next)
        {
            var here = answer.RequestMessage?.RequestUri ?? throw new InvalidOperationException("An answer to nothing.");
            answer = await client.GetAsync(new Uri(here, next), TestContext.Current.CancellationToken);
        }

        return answer;
    }
}
