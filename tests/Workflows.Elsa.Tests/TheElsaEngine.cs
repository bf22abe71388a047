using Npgsql;
using Storage;
using TestServers;
using Workflows.Tests.Engine.Conformance;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Workflows.Elsa.Tests;

public sealed class TheElsaEngineOnSqlite : AnElsaEngine
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approval-elsa-");

    protected override string Database => folder.Name;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    protected override Task<Running> StartAsync() => Running.StartAsync(
        new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "approval.db")}", Blobs = new() { Folder = folder.FullName } },
        services => services.AddElsaEngine(new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "elsa.db")}", Locks = Path.Combine(folder.FullName, "locks") }));
}

public sealed class TheElsaEngineOnPostgres(PostgresServer server) : AnElsaEngine
{
    private string? connectionString;

    protected override string Database => new NpgsqlConnectionStringBuilder(connectionString).Database ?? "";

    protected override async Task<Running> StartAsync()
    {
        connectionString ??= await server.CreateDatabaseAsync();

        return await Running.StartAsync(
            new() { Provider = StorageProvider.Postgres, ConnectionString = connectionString, Blobs = new() { Folder = Path.GetTempPath() } },
            services => services.AddElsaEngine(new() { Provider = ElsaProvider.Postgres, ConnectionString = connectionString, Locks = "" }));
    }
}
