using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;

namespace TestServers;

/// <summary>A PostgreSQL for one test run, as durable as in production; starts when it is first asked for a database.</summary>
public sealed partial class PostgresServer : IAsyncDisposable
{
    private readonly Lazy<Task<(ServerScript Server, string ConnectionString)>> running = new(StartAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task>> templates = new();
    private int databases;

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public Task<string> CreateDatabaseAsync() => CreateDatabaseFromAsync("template0");

    /// <summary>Creates a database as a copy of a template, which is prepared at the first call: migrating once serves every class.</summary>
    /// <param name="prepare">Given the connection string of an empty database, leaves it as every copy is to begin.</param>
    /// <returns>The copy's connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string template, Func<string, Task> prepare)
    {
        await templates.GetOrAdd(template, name => new(() => PrepareAsync(name, prepare))).Value;

        return await CreateDatabaseFromAsync(template);
    }

    public async ValueTask DisposeAsync()
    {
        if (!running.IsValueCreated)
            return;

        NpgsqlConnection.ClearAllPools();
        await (await running.Value).Server.DisposeAsync();
    }

    private async Task PrepareAsync(string template, Func<string, Task> prepare)
    {
        await ExecuteAsync($"""CREATE DATABASE "{template}" TEMPLATE template0""");
        await prepare(await ConnectionStringAsync(template, pooling: false));
    }

    private async Task<string> CreateDatabaseFromAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";

        await ExecuteAsync($"""CREATE DATABASE {name} TEMPLATE "{template}" """);

        return await ConnectionStringAsync(name);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(await ConnectionStringAsync("postgres", pooling: false));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    // A template cannot be copied while a connection to it lies in a pool.
    private async Task<string> ConnectionStringAsync(string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder((await running.Value).ConnectionString) { Database = database, Pooling = pooling }.ConnectionString;

    private static async Task<(ServerScript Server, string ConnectionString)> StartAsync()
    {
        // A port that is free when asked for may be taken a moment later.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();

            try
            {
                var (server, _) = await ServerScript.StartAsync("postgres.sh", [$"{port}"], Ready());

                return (server, $"Host=127.0.0.1;Port={port};Username=postgres;Include Error Detail=true");
            }
            catch (InvalidOperationException taken) when (attempt < 5 && taken.Message.Contains("Address already in use", StringComparison.Ordinal))
            {
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("ready to accept connections")]
    private static partial Regex Ready();
}
