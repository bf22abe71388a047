using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Domain.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TestServers;
using Web.SigningIn;
using Workflows.Recording;
using Workflows.Templates;

[assembly: AssemblyFixture(typeof(Web.Tests.Office))]

namespace Web.Tests;

/// <summary>The whole product on a port of its own: Kestrel, SQLite and blobs in a folder, typesetting; only its clock stands where the test puts it.</summary>
public sealed class Office : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly ConcurrentDictionary<PersonId, Task<string>> tokens = new();

    public string Folder { get; init; } = Directory.CreateTempSubdirectory("approval-web-").FullName;

    public FakeTimeProvider Clock { get; } = new(Given.Monday);

    public int AttemptsPerMinute { get; init; } = 100_000;

    /// <summary>The organisation's directory; without one there are local accounts only.</summary>
    public EntraServer? Entra { get; init; }

    /// <summary>Whether the folder is an earlier office's, who is in it already.</summary>
    public bool IsRestarted { get; init; }

    /// <summary>What else an operator sets.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Hears whatever is logged.</summary>
    public ILoggerProvider? Log { get; init; }

    private IReadOnlyList<(string Name, string Value)> EntraSettings { get; set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (Entra is not null) EntraSettings = await Entra.SettingsAsync();

        UseKestrel(0);
        StartServer();
        if (IsRestarted) return;

        var agencies = Services.GetRequiredService<IAgencies>();
        await agencies.SaveAsync(Given.Roster(), TestContext.Current.CancellationToken);
        await agencies.SaveAsync(Given.OtherRoster(), TestContext.Current.CancellationToken);

        var templates = Services.GetRequiredService<ITemplates>();
        await templates.SaveAsync(Given.Agency, Domain.Routes.Route.Default(Given.Route), TestContext.Current.CancellationToken);
        await templates.SaveAsync(Given.Outline(), 0, TestContext.Current.CancellationToken);

        await using var scope = Services.CreateAsyncScope();
        foreach (var person in Given.Roster().People.Concat(Given.OtherRoster().People))
        {
            var opened = await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, Given.Password);
            Assert.True(opened.Succeeded, string.Join(' ', opened.Errors.Select(error => error.Description)));
        }
    }

    /// <summary>Somebody at the API, who reads English.</summary>
    public async Task<Caller> AsAsync(PersonId person)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync(person));

        return new(client);
    }

    /// <summary>Somebody with a bearer token of the organisation's directory.</summary>
    public async Task<Caller> FromEntraAsync(PersonId person) => WithToken(await (Entra ?? throw new InvalidOperationException("There is no directory.")).TokenAsync(Given.EmailOf(person)));

    public Caller WithToken(string token)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        return new(client);
    }

    public Caller Anonymous() => new(Client());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!IsRestarted) Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        foreach (var (name, value) in EntraSettings.Concat(Settings)) builder.UseSetting(name, value);

        builder
            .UseSetting("Approval:Data", Folder)
            .UseSetting("Approval:Address", "127.0.0.1")
            .UseSetting("Approval:Port", "0")
            .UseSetting("Approval:SignIn:AttemptsPerMinute", AttemptsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                if (Log is not null) services.AddSingleton(Log);
            });
    }

    private HttpClient Client()
    {
        var client = CreateDefaultClient();
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        client.Timeout = TimeSpan.FromMinutes(2);

        return client;
    }

    public Task<string> TokenAsync(PersonId person) => tokens.GetOrAdd(person, SignInAsync);

    private async Task<string> SignInAsync(PersonId person)
    {
        var signedIn = await Anonymous().PostAsync("/api/tokens", new { email = Given.EmailOf(person), password = Given.Password });

        return signedIn.Json.GetProperty("accessToken").GetString() ?? "";
    }
}
