using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storage.Databases;

namespace Storage.Tests.Databases;

public sealed class OpeningASqliteFile : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approval-storage-");
    private readonly List<ServiceProvider> opened = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_committed_survives_a_power_cut_and_keeps_its_references()
    {
        var services = Open();
        await services.MigrateStorageAsync(Token);

        await using var tables = await services.GetRequiredService<Database>().OpenAsync(Token);

        // sqlite.org/pragma.html: synchronous 2 is FULL.
        Assert.Equal("wal", await PragmaAsync<string>(tables, "journal_mode"));
        Assert.Equal(2, await PragmaAsync<long>(tables, "synchronous"));
        Assert.Equal(1, await PragmaAsync<long>(tables, "foreign_keys"));
        Assert.InRange(await PragmaAsync<long>(tables, "busy_timeout"), 30_000, 120_000);
    }

    [Fact]
    public async Task Several_processes_may_start_on_a_new_file_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Open().MigrateStorageAsync(Token))));

        await using var tables = await Open().GetRequiredService<Database>().OpenAsync(Token);
        Assert.Empty(await tables.Database.GetPendingMigrationsAsync(Token));
    }

    [Fact]
    public async Task A_process_killed_while_migrating_does_not_keep_the_next_one_waiting()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "data"));
        await using (var killed = new SqliteConnection(ConnectionString))
        {
            await killed.OpenAsync(Token);
            await using var command = killed.CreateCommand();
            command.CommandText = """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-09-07')""";
            await command.ExecuteNonQueryAsync(Token);
        }

        await Open().MigrateStorageAsync(Token).WaitAsync(TimeSpan.FromMinutes(1), Token);

        await using var tables = await Open().GetRequiredService<Database>().OpenAsync(Token);
        Assert.Equal(0, await tables.Reports.CountAsync(Token));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task The_migrations_make_what_the_model_describes(StorageProvider provider)
    {
        var services = new ServiceCollection().AddStorage(new() { Provider = provider, ConnectionString = provider == StorageProvider.Sqlite ? ConnectionString : "Host=localhost", Blobs = new() { Folder = folder.FullName } }).BuildServiceProvider();
        opened.Add(services);

        await using var tables = await services.GetRequiredService<Database>().OpenAsync(Token);

        Assert.False(tables.Database.HasPendingModelChanges());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in opened) await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private string ConnectionString => $"Data Source={Path.Combine(folder.FullName, "data", "approval.db")}";

    private ServiceProvider Open()
    {
        var services = new ServiceCollection().AddStorage(new() { ConnectionString = ConnectionString, Blobs = new() { Folder = folder.FullName } }).BuildServiceProvider();
        opened.Add(services);

        return services;
    }

    private static async Task<T?> PragmaAsync<T>(ApprovalContext tables, string name)
    {
        await tables.Database.OpenConnectionAsync(Token);
        await using var command = tables.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Fixed words from above.
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100

        return (T?)await command.ExecuteScalarAsync(Token);
    }
}
