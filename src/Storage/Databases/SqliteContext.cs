using Domain.Reports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Storage.Searching;

namespace Storage.Databases;

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : ApprovalContext(options)
{
    // sqlite.org/rescode.html
    private const int Busy = 5;
    private const int PrimaryKeyTaken = 1555;

    // BEGIN IMMEDIATE, as the provider begins every transaction, holds the whole file.
    public override Task HoldAsync(ReportId report, CancellationToken cancellationToken) => Task.CompletedTask;

    // Quoted, a word is nothing but a word (sqlite.org/fts5.html, 3.1).
    public override IQueryable<FindingRow> Matches(IReadOnlyList<IReadOnlyList<string>> phrases, int take)
    {
        var asked = string.Join(" AND ", phrases.Select(phrase => $"\"{string.Join(' ', phrase)}\""));

        return Database.SqlQuery<FindingRow>($"SELECT rowid AS id, subject FROM findings WHERE findings MATCH {asked} ORDER BY rowid DESC LIMIT {take}");
    }

    protected override string FindingId => "rowid";

    protected override FormattableString KeepWords(string subject, string entry, string words) => $"INSERT INTO findings (subject, entry, words) VALUES ({subject}, {entry}, {words})";

    protected override bool IsTransient(Exception exception) => Of(exception)?.SqliteErrorCode == Busy;

    public override bool IsTaken(Exception exception, string table) =>
        Of(exception) is { SqliteExtendedErrorCode: PrimaryKeyTaken } taken && taken.Message.Contains($" {table}.", StringComparison.Ordinal);

    private static SqliteException? Of(Exception exception) => exception as SqliteException ?? exception.InnerException as SqliteException;

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseSqlite(new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = SqlitePragmas.PatienceInSeconds }.ConnectionString)
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SqlitePragmas());

    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteContext>
    {
        public SqliteContext CreateDbContext(string[] args) => DesignTime.Create<SqliteContext>(StorageProvider.Sqlite, "Data Source=:memory:");
    }
}
