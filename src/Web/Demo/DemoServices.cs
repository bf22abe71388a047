using Documents;
using Storage;
using Web.SettingUp;
using Web.SigningIn;
using Workflows;
using Workflows.Recording;

namespace Web.Demo;

/// <summary>The demo on services of its own, whose clock tells the story's time.</summary>
internal static class DemoServices
{
    /// <summary>Everybody's password in the demo. It guards nothing but made-up texts.</summary>
    public const string Password = "tan-hoa-chin-thang";

    public static IServiceCollection AddDemo(this IServiceCollection services, StoryClock clock) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(clock)
        .AddSingleton<DemoStory>()
        .AddSingleton<DemoCommand>();

    /// <summary>Sets the made-up district up where there is no agency yet, and says who may sign in.</summary>
    public static async Task SetUpAsync(IServiceProvider services, Hosting.Settings settings, CancellationToken cancellationToken)
    {
        if (await SeedAsync(settings.Storage, services.GetRequiredService<TimeProvider>(), cancellationToken)) await OpenAccountsAsync(services, cancellationToken);

        var file = DemoFiles.Agency();
        Console.WriteLine($"""

            {file.Agency.Name} (demo): http://{settings.Address}:{settings.Port}
            Everybody's password: {Password}

            """);
        foreach (var person in file.People.Where(person => person.Positions.Any(position => position.Kind is not Domain.People.Role.Drafter)).Take(16))
            Console.WriteLine($"  {file.MailOf(person),-28} {person.Name}, {person.Positions[0].Title}");
        Console.WriteLine();
    }

    /// <summary>Plays the whole story into a storage that holds no agency yet, and begins the next report so that everybody finds work.</summary>
    /// <returns>False where there was an agency already.</returns>
    private static async Task<bool> SeedAsync(StorageSettings storage, TimeProvider now, CancellationToken cancellationToken)
    {
        await using var services = Build(storage, out var clock);
        if ((await services.GetRequiredService<IAgencies>().AllAsync(cancellationToken)).Count > 0) return false;

        var story = services.GetRequiredService<DemoStory>();
        await story.PrepareAsync(cancellationToken);
        await story.PlayAsync(cancellationToken);
        clock.Now = now.GetUtcNow();
        await story.BeginNextAsync(cancellationToken);

        return true;
    }

    /// <summary>Carries the sample report through its chain on a storage that is thrown away, and leaves the files.</summary>
    public static async Task RunAsync(string folder, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("approval-demo-");
        try
        {
            var storage = new StorageSettings
            {
                Provider = StorageProvider.Sqlite,
                ConnectionString = $"Data Source={Path.Combine(data.FullName, "approval.db")}",
                Blobs = new() { Folder = Path.Combine(data.FullName, "blobs") },
            };

            await using var services = Build(storage, out _);
            await services.MigrateStorageAsync(cancellationToken);
            await services.GetRequiredService<DemoCommand>().RunAsync(folder, cancellationToken);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    /// <summary>Opens an account for everybody in the demo's agency.</summary>
    private static async Task OpenAccountsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var record = services.GetRequiredService<IRecord>();
        var roster = await record.RosterAsync(DemoAgency.Agency, cancellationToken) ?? throw new InvalidDataException("The demo's agency is not there.");

        foreach (var person in roster.People)
        {
            await using var scope = services.CreateAsyncScope();
            var opened = await scope.ServiceProvider.GetRequiredService<OpenAccount>().HandleAsync(person, Password);
            if (!opened.Succeeded && !SetUpCommand.HasAccount(opened))
                throw new InvalidOperationException(string.Join(' ', opened.Errors.Select(error => error.Description)));
        }
    }

    private static ServiceProvider Build(StorageSettings storage, out StoryClock clock)
    {
        clock = new(DemoFiles.Story().Report.StartedAt);

        return new ServiceCollection()
            .AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning))
            .AddWorkflows()
            .AddDocuments()
            .AddStorage(storage)
            .AddDemo(clock)
            .BuildServiceProvider();
    }
}
