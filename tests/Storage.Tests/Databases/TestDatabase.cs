using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Storage.Databases;
using TestServers;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Storage.Tests.Databases;

/// <summary>A real database of a test's own, migrated and empty.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly List<ServiceProvider> opened = [];

    public abstract Task<StorageSettings> CreateAsync();

    /// <summary>Opens the storage as a process of its own would: with nothing in memory.</summary>
    internal Stored Open(StorageSettings settings, SaidToTheDatabase said)
    {
        var services = new ServiceCollection()
            .AddStorage(settings)
            .ConfigureDbContext<SqliteContext>(builder => builder.AddInterceptors(said))
            .ConfigureDbContext<PostgresContext>(builder => builder.AddInterceptors(said))
            .BuildServiceProvider(validateScopes: true);
        opened.Add(services);

        return new(services);
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var services in opened) await services.DisposeAsync();
    }

    protected static async Task MigrateAsync(StorageSettings settings)
    {
        await using var services = new ServiceCollection().AddStorage(settings).BuildServiceProvider();
        await services.MigrateStorageAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class SqliteDatabase : TestDatabase
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approval-storage-");

    private static readonly Lazy<Task<byte[]>> empty = new(MigrateOnceAsync);

    public override async Task<StorageSettings> CreateAsync()
    {
        var settings = Settings(folder);
        await File.WriteAllBytesAsync(new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource, await empty.Value);

        return settings;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Delete(folder);
    }

    // Migrating once serves every test.
    private static async Task<byte[]> MigrateOnceAsync()
    {
        var folder = Directory.CreateTempSubdirectory("approval-storage-");
        var settings = Settings(folder);
        await MigrateAsync(settings);
        // The last connection to close brings all that lies in the log into the file.
        SqliteConnection.ClearAllPools();
        var file = await File.ReadAllBytesAsync(new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource);
        Delete(folder);

        return file;
    }

    private static StorageSettings Settings(DirectoryInfo folder) =>
        new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "approval.db")}", Blobs = new() { Folder = folder.FullName } };

    private static void Delete(DirectoryInfo folder)
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}

public sealed class PostgresDatabase(PostgresServer server) : TestDatabase
{
    public override async Task<StorageSettings> CreateAsync() =>
        Settings(await server.CreateDatabaseAsync("approval", connectionString => MigrateAsync(Settings(connectionString))));

    private static StorageSettings Settings(string connectionString) =>
        new() { Provider = StorageProvider.Postgres, ConnectionString = connectionString, Blobs = new() { Folder = Path.GetTempPath() } };
}
