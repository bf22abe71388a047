using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Storage.Databases;

/// <summary>
/// Rows on their way into the tables that the model describes, in order and together. A decision writes a dozen rows whose changes are known;
/// finding them out again by change tracking took a third of its time.
/// </summary>
internal sealed class Batch(ApprovalContext context)
{
    private readonly List<Statement> statements = [];

    public void Insert<TRow>(TRow row)
        where TRow : class => Insert(row, "");

    /// <summary>Leaves a row that has the key already as it is.</summary>
    public void InsertWhereNew<TRow>(TRow row)
        where TRow : class => Insert(row, " ON CONFLICT DO NOTHING");

    private void Insert<TRow>(TRow row, string otherwise)
        where TRow : class
    {
        var table = TableOf<TRow>();

        statements.Add(new($"{table.Insert}{otherwise}", [.. table.Columns.Select(column => column.Of(row))], IsUpdate: false));
    }

    /// <summary>Writes what differs. Whoever changed the row meanwhile is not overwritten.</summary>
    public void Update<TRow>(TRow before, TRow after)
        where TRow : class
    {
        var table = TableOf<TRow>();
        var changed = table.Columns.Where(column => !Equals(column.Read(before), column.Read(after))).ToList();
        if (changed.Count == 0) return;

        var place = 0;
        var sets = string.Join(", ", changed.Select(column => $"{column.Name} = @p{place++}"));
        var same = string.Join(" AND ", table.Identity.Select(column => $"{column.Name} = @p{place++}"));

        statements.Add(new($"UPDATE {table.Name} SET {sets} WHERE {same}", [.. changed.Select(column => column.Of(after)), .. table.Identity.Select(column => column.Of(before))], IsUpdate: true));
    }

    /// <param name="sql">With a parameter @p0, @p1 … for each value.</param>
    public void Execute(string sql, IEnumerable<object> values) => statements.Add(new(sql, [.. values.Select(value => new Value(null, value))], IsUpdate: false));

    /// <exception cref="DbUpdateConcurrencyException">A row that was to be changed is not as it was read.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var connection = context.Database.GetDbConnection();
        var transaction = context.Database.CurrentTransaction?.GetDbTransaction();

        if (connection.CanCreateBatch) await SendTogetherAsync(connection, transaction, cancellationToken);
        else await SendEachAsync(connection, transaction, cancellationToken);
    }

    private async Task SendTogetherAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        await using var maker = connection.CreateCommand();
        batch.Transaction = transaction;

        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Sql;
            foreach (var (place, value) in statement.Values.Index()) command.Parameters.Add(value.AsParameter(maker, place));

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);

        foreach (var (statement, command) in statements.Zip(batch.BatchCommands)) statement.Check(command.RecordsAffected);
    }

    // In the same process there is no way to save, and SQLite's provider knows no batches. What costs is to understand a statement, so it is kept.
    private async Task SendEachAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            var command = context.Prepared(statement.Sql, connection);
            command.Transaction = transaction;
            foreach (var (place, value) in statement.Values.Index()) command.Parameters.Add(value.AsParameter(command, place));

            try
            {
                statement.Check(await command.ExecuteNonQueryAsync(cancellationToken));
            }
            finally
            {
                command.Parameters.Clear();
            }
        }
    }

    private Table TableOf<TRow>()
    {
        var type = context.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table.");

        return type.GetOrAddRuntimeAnnotationValue("Approval:Table", static type => new Table(type ?? throw new InvalidOperationException("No type.")), type);
    }

    private sealed class Table
    {
        public Table(IEntityType type)
        {
            Name = $"\"{type.GetTableName()}\"";
            Columns = [.. type.GetProperties().Select(property => new Column(property))];
            Identity = [.. Columns.Where(column => column.IsIdentity)];
            Insert = $"INSERT INTO {Name} ({string.Join(", ", Columns.Select(column => column.Name))}) VALUES ({string.Join(", ", Columns.Select((_, place) => $"@p{place}"))})";
        }

        public string Name { get; }

        public IReadOnlyList<Column> Columns { get; }

        /// <summary>What must be as it was read for a row to be the one that was read: the key, and the column that counts its changes.</summary>
        public IReadOnlyList<Column> Identity { get; }

        public string Insert { get; }
    }

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public string Name { get; } = $"\"{property.GetColumnName()}\"";

        public bool IsIdentity { get; } = property.IsPrimaryKey() || property.IsConcurrencyToken;

        public object? Read(object row) => getter.GetClrValueUsingContainingEntity(row);

        public Value Of(object row) => new(mapping, Read(row));
    }

    private readonly record struct Value(RelationalTypeMapping? Mapping, object? Content)
    {
        public DbParameter AsParameter(DbCommand maker, int place)
        {
            var name = $"@p{place}";
            if (Mapping is not null) return Mapping.CreateParameter(maker, name, Content, nullable: true);

            var parameter = maker.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, Content);

            return parameter;
        }
    }

    private sealed record Statement(string Sql, IReadOnlyList<Value> Values, bool IsUpdate)
    {
        public void Check(int rows)
        {
            if (IsUpdate && rows != 1) throw new DbUpdateConcurrencyException($"{rows} rows: {Sql}");
        }
    }
}
