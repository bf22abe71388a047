using Microsoft.EntityFrameworkCore;

namespace Storage.Databases;

internal static class Migration
{
    public static async Task RunAsync(ApprovalContext context, CancellationToken cancellationToken)
    {
        if (context is SqliteContext && context.Database.GetDbConnection().DataSource is { Length: > 0 } file && file != ":memory:")
            await RunAloneAsync(context, Path.GetFullPath(file), cancellationToken);
        else
            await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// EF Core locks SQLite's migrations by a row, which a killed process leaves behind for all that follow to wait for
    /// (learn.microsoft.com/ef/core/providers/sqlite/limitations, "Concurrent migrations protection"). A lock on a file ends with its process,
    /// so whoever has it knows that a row that is there is left over.
    /// </summary>
    private static async Task RunAloneAsync(ApprovalContext context, string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
        await using var alone = await LockAsync($"{file}.migrating", cancellationToken);

        if (File.Exists(file))
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);

        await context.Database.MigrateAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }
}
