using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Storage.Recording;

namespace Storage.Databases;

internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ApprovalContext(options)
{
    public override IQueryable<ReportRow> Held(ReportId report) => Reports.FromSql($"SELECT * FROM reports WHERE id = {report.Value} FOR UPDATE");

    protected override bool IsTransient(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    public override bool IsTaken(DbUpdateException exception, string table) =>
        exception?.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken && taken.ConstraintName == $"pk_{table}";

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(connectionString)
        .UseSnakeCaseNamingConvention();

    internal sealed class Factory : IDesignTimeDbContextFactory<PostgresContext>
    {
        public PostgresContext CreateDbContext(string[] args) => DesignTime.Create<PostgresContext>(StorageProvider.Postgres, "Host=localhost");
    }
}
