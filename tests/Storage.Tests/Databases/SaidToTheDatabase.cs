using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Storage.Tests.Databases;

/// <summary>Hears every query, so that a test can ask the database how it goes about it.</summary>
internal sealed class SaidToTheDatabase : DbCommandInterceptor
{
    private readonly ConcurrentQueue<Said> said = new();

    public IReadOnlyList<Said> Queries => [.. said];

    public void Forget() => said.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        said.Enqueue(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));

        return new(result);
    }
}

internal sealed record Said(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);
