using System.Collections.Concurrent;
using System.Globalization;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using TestServers;
using Web.SigningIn;
using Workflows.Recording;
using Workflows.Starting;
using Workflows.Templates;

[assembly: AssemblyFixture(typeof(Browser.Tests.House))]

namespace Browser.Tests;

/// <summary>The whole product on a port of its own, with a small agency in it, and a browser to open it with. Scripts are switched off: every page must do without.</summary>
public sealed class House : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly ConcurrentDictionary<PersonId, string> signedIn = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("approval-browser-").FullName;

    /// <summary>Where people come from the organisation's directory it is now, as it is there and in the browser.</summary>
    public FakeTimeProvider Clock => field ??= new(Directory is null ? Given.Monday : DateTimeOffset.UtcNow);

    public string Address { get; private set; } = "";

    /// <summary>For the pictures of every page, a whole demo report is there instead of the small agency.</summary>
    public bool HasDemo { get; init; }

    /// <summary>The organisation's directory; without one there are local accounts only.</summary>
    public EntraServer? Directory { get; init; }

    private IReadOnlyList<(string Name, string Value)> DirectorySettings { get; set; } = [];

    private IBrowser Chromium => browser ?? throw new InvalidOperationException("The browser is not open.");

    public async ValueTask InitializeAsync()
    {
        if (Directory is not null) DirectorySettings = await Directory.SettingsAsync();

        UseKestrel(0);
        StartServer();
        Address = Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First().TrimEnd('/');

        if (!HasDemo) await SetUpAsync();

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A browser of somebody's own, with nobody signed in.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var asked = options ?? new();
        asked.BaseURL ??= Address;
        asked.JavaScriptEnabled ??= false;
        asked.ViewportSize ??= new() { Width = 1280, Height = 900 };
        asked.Locale ??= "en-US";

        var page = await (await Chromium.NewContextAsync(asked)).NewPageAsync();
        page.SetDefaultTimeout(60_000);

        return page;
    }

    /// <summary>A browser in which this person is signed in.</summary>
    public Task<IPage> OpenAsAsync(Person person, BrowserNewContextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(person);

        return OpenAsAsync(person.Id, person.Email, Given.Password, options);
    }

    public async Task<IPage> OpenAsAsync(PersonId person, string email, string password, BrowserNewContextOptions? options = null)
    {
        var asked = options ?? new();
        if (signedIn.TryGetValue(person, out var state)) asked.StorageState = state;

        var page = await OpenAsync(asked);
        if (asked.StorageState is not null) return page;

        await page.SignInAsync(email, password);
        signedIn[person] = await page.Context.StorageStateAsync();

        return page;
    }

    /// <summary>A new report, started by the Office.</summary>
    public async Task<ReportId> StartReportAsync()
    {
        var id = new ReportId(Guid.NewGuid());
        var started = await Services.GetRequiredService<StartReportHandler>().HandleAsync(
            new(id, Given.Consolidator.Id, Given.Agency, Given.Template, null, VietnamTime.DateOf(Clock.GetUtcNow()).AddDays(53)), TestContext.Current.CancellationToken);
        Assert.False(started.IsRefused, started.Refusal?.Message.En);

        return id;
    }

    public static string ReportAt(ReportId report) => $"/reports/{report.Value}";

    public static string SectionAt(ReportId report) => $"{ReportAt(report)}/sections/{StartReportHandler.IdFor(report, Given.Budget).Value}";

    /// <summary>Where whoever writes for one unit writes.</summary>
    public static string WritingAt(ReportId report) => $"{SectionAt(report)}/write";

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        await base.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder
            .UseSetting("Approval:Data", Folder)
            .UseSetting("Approval:Address", "127.0.0.1")
            .UseSetting("Approval:Port", "0")
            .UseSetting("Approval:Demo", HasDemo.ToString())
            .UseSetting("Approval:SignIn:AttemptsPerMinute", 100_000.ToString(CultureInfo.InvariantCulture));

        foreach (var (name, value) in DirectorySettings) builder.UseSetting(name, value);

        if (!HasDemo) builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    private async Task SetUpAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await Services.GetRequiredService<IAgencies>().SaveAsync(Given.Roster(), cancellationToken);

        var templates = Services.GetRequiredService<ITemplates>();
        await templates.SaveAsync(Given.Agency, Given.Route(), cancellationToken);
        await templates.SaveAsync(Given.Outline(), 0, cancellationToken);

        await using var scope = Services.CreateAsyncScope();
        foreach (var person in Given.Roster().People)
        {
            var opened = await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, Given.Password);
            Assert.True(opened.Succeeded, string.Join(' ', opened.Errors.Select(error => error.Description)));
        }
    }
}
