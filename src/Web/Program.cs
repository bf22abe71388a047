using Documents;
using Storage;
using Web;
using Web.Demo;
using Web.Following;
using Web.Hosting;
using Web.Input;
using Web.SettingUp;
using Web.SigningIn;
using Web.Viewing;
using Workflows;

var line = CommandLine.Read(args);

if (line.Command is Command.Help or Command.Unknown)
{
    await (line.Command == Command.Help ? Console.Out : Console.Error).WriteLineAsync(CommandLine.Help);

    return line.Command == Command.Help ? 0 : 2;
}

// Its own settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = line.Settings, ContentRootPath = AppContext.BaseDirectory });
var settings = Settings.Read(builder.Configuration);

if (line.Command == Command.Demo)
{
    await DemoServices.RunAsync(Path.GetFullPath(settings.Out), CancellationToken.None);
    Console.WriteLine($"The issued report is in {Path.GetFullPath(settings.Out)}");

    return 0;
}

if (line.Command == Command.Verify && settings.MissingDatabase is { } missing)
{
    await Console.Error.WriteLineAsync($"There is no database at {missing}.");

    return 1;
}

builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);
builder.WebHost.UseUrls($"http://{settings.Address}:{settings.Port}");
builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, Doors.LargestBody));

builder.AddPages();
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddWorkflows()
    .AddDocuments()
    .AddStorage(settings.Storage)
    .AddChosenEngine(settings)
    .AddProblems()
    .AddJson()
    .AddLanguages()
    .AddValidation()
    .AddAccounts(settings.SignIn)
    .AddSignInLimit(settings.SignIn)
    .AddUploadLimit(settings)
    .AddTransport(settings)
    .AddDescription()
    .AddDoors()
    .AddHostedService<DispatchingNotices>()
    .AddSingleton<LiveChanges>()
    .AddHostedService(services => services.GetRequiredService<LiveChanges>())
    .AddHostedService<IndexingTexts>()
    .AddHealthChecks().AddCheck<DatabaseHealth>("database");

var app = builder.Build();

await app.Services.MigrateStorageAsync(app.Lifetime.ApplicationStopping);
app.Services.RetireOpenKeys();

if (line.Command == Command.SetUp) return await SetUpCommand.RunAsync(app.Services, settings.Agency, Console.Out, Console.Error, app.Lifetime.ApplicationStopping);
if (settings.Demo) await DemoServices.SetUpAsync(app.Services, settings, app.Lifetime.ApplicationStopping);

if (line.Command == Command.Verify) return await VerifyCommand.RunAsync(app.Services, Console.Out, app.Lifetime.ApplicationStopping);

app.UseRequestLocalization();
app.UseSafeHeaders();
app.UseProblems();
app.UseTransport(settings);
app.UsePages(settings.SignIn);
app.UseRouting();
app.UseAuthentication();
app.Use(Entrance.CheckAsync);
app.UseRateLimiter();
app.UseAuthorization();
app.Use(PersonalTokens.CheckAsync);
app.Use(OwnReports.CheckAsync);

app.MapDoors();
app.MapPages();
app.MapDescription();
app.MapHealthChecks("/health").AllowAnonymous();

await app.RunAsync();

return 0;
