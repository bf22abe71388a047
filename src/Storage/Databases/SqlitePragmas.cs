using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Storage.Databases;

/// <summary>What SQLite forgets when a connection closes. That the file is in WAL mode it remembers.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const int PatienceInSeconds = 60;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite's calls are synchronous under their asynchronous names.
        Set(connection);

        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {PatienceInSeconds * 1000}; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();
    }
}
