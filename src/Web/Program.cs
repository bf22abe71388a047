using Documents;
using Scalar.AspNetCore;
using Storage;
using Web;
using Web.Demo;
using Web.Hosting;
using Web.Input;
using Web.SigningIn;
using Web.Viewing;
using Workflows;

var line = CommandLine.Read(args);

if (line.Command == Command.Help)
{
    Console.WriteLine(CommandLine.Help);

    return 0;
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

builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);
builder.WebHost.UseUrls($"http://{settings.Address}:{settings.Port}");
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Doors.LargestBody);

builder.AddPages();
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddWorkflows()
    .AddDocuments()
    .AddStorage(settings.Storage)
    .AddHttpContextAccessor()
    .AddProblems()
    .AddJson()
    .AddLanguages()
    .AddValidation()
    .AddAccounts()
    .AddSignInLimit(settings.SignIn)
    .AddDescription()
    .AddDoors()
    .AddHostedService<DispatchingNotices>()
    .AddHealthChecks().AddCheck<DatabaseHealth>("database");

var app = builder.Build();

await app.Services.MigrateStorageAsync(app.Lifetime.ApplicationStopping);

if (settings.Demo) await DemoServices.SetUpAsync(app.Services, settings, app.Lifetime.ApplicationStopping);

if (line.Command == Command.Verify) return await VerifyCommand.RunAsync(app.Services, Console.Out, app.Lifetime.ApplicationStopping);

app.UseRequestLocalization();
app.UseSafeHeaders();
app.UseProblems();
app.UsePages();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.Use(OwnReports.CheckAsync);

app.MapDoors();
app.MapPages();
app.MapOpenApi().AllowAnonymous();
app.MapScalarApiReference("/scalar").AllowAnonymous();
app.MapHealthChecks("/health").AllowAnonymous();

await app.RunAsync();

return 0;
