using System.Runtime.CompilerServices;
using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using Storage.Searching;

namespace Storage.Databases;

internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : ApprovalContext(options)
{
    public override Task HoldAsync(ReportId report, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT 1 FROM reports WHERE id = {report.Value} FOR UPDATE", cancellationToken);

    public override IQueryable<FindingRow> Matches(IReadOnlyList<IReadOnlyList<string>> phrases, int take)
    {
        var asked = string.Join(" && ", phrases.Select((_, place) => $"phraseto_tsquery('simple', {{{place}}})"));

        return Database.SqlQuery<FindingRow>(FormattableStringFactory.Create(
            $"SELECT id, subject FROM findings WHERE words @@ ({asked}) ORDER BY id DESC LIMIT {take}",
            [.. phrases.Select(phrase => string.Join(' ', phrase))]));
    }

    protected override string FindingId => "id";

    protected override FormattableString KeepWords(string subject, string entry, string words) => $"INSERT INTO findings (subject, entry, words) VALUES ({subject}, {entry}, to_tsvector('simple', {words}))";

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
