using Domain.Reports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Storage.Recording;

namespace Storage.Databases;

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : ApprovalContext(options)
{
    // sqlite.org/rescode.html
    private const int Busy = 5;
    private const int PrimaryKeyTaken = 1555;

    // BEGIN IMMEDIATE, as the provider begins every transaction, holds the whole file.
    public override IQueryable<ReportRow> Held(ReportId report) => Reports.Where(row => row.Id == report);

    protected override bool IsTransient(Exception exception) => (exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode == Busy;

    public override bool IsTaken(DbUpdateException exception, string table) =>
        exception?.InnerException is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken } taken
        && taken.Message.Contains($" {table}.", StringComparison.Ordinal);

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseSqlite(new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = SqlitePragmas.PatienceInSeconds }.ConnectionString)
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SqlitePragmas());

    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteContext>
    {
        public SqliteContext CreateDbContext(string[] args) => DesignTime.Create<SqliteContext>(StorageProvider.Sqlite, "Data Source=:memory:");
    }
}
