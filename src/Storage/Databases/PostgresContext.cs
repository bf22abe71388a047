using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Storage.Databases;

internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ApprovalContext(options)
{
    public override Task HoldAsync(ReportId report, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT 1 FROM reports WHERE id = {report.Value} FOR UPDATE", cancellationToken);

    protected override bool IsTransient(Exception exception) =>
        Of(exception)?.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    public override bool IsTaken(Exception exception, string table) =>
        Of(exception) is { SqlState: PostgresErrorCodes.UniqueViolation } taken && taken.ConstraintName == $"pk_{table}";

    private static PostgresException? Of(Exception exception) => exception as PostgresException ?? exception.InnerException as PostgresException;

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(connectionString)
        .UseSnakeCaseNamingConvention();

    internal sealed class Factory : IDesignTimeDbContextFactory<PostgresContext>
    {
        public PostgresContext CreateDbContext(string[] args) => DesignTime.Create<PostgresContext>(StorageProvider.Postgres, "Host=localhost");
    }
}
