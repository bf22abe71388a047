using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workflows.Tests.Engine.Conformance;

/// <summary>
/// Ends what works on a database right before or after one of its writes, and lets nothing more through: to the database it is as if the process had been killed.
/// </summary>
public sealed class Killing : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly string database;
    private int left;

    /// <param name="database">What only connections to the databases of this test have in them.</param>
    /// <param name="point">Which write, counted in halves: the odd ones before it, the even ones after.</param>
    public Killing(string database, int point)
    {
        (this.database, left) = (database, point);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public bool HasStruck => Volatile.Read(ref left) <= 0;

    public void OnNext(DiagnosticListener value)
    {
        if (value?.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case ConnectionEventData opening when value.Key == RelationalEventId.ConnectionOpening.Name && HasStruck && IsOurs(opening.Connection.ConnectionString):
                throw new KilledException();
            case TransactionEventData transaction when value.Key == RelationalEventId.TransactionCommitting.Name || value.Key == RelationalEventId.TransactionCommitted.Name:
                if (IsOurs(transaction.Context?.Database.GetConnectionString())) Pass();
                break;
            case CommandEventData command when value.Key == RelationalEventId.CommandExecuting.Name || value.Key == RelationalEventId.CommandExecuted.Name:
                if (!IsOurs(command.Command.Connection?.ConnectionString)) break;
                if (HasStruck) throw new KilledException();
                // Within a transaction nothing is written before its end.
                if (command.Command.Transaction is null && !command.Command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)) Pass();
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }

    private bool IsOurs(string? connectionString) => connectionString?.Contains(database, StringComparison.Ordinal) is true;

    private void Pass()
    {
        if (Interlocked.Decrement(ref left) <= 0) throw new KilledException();
    }
}

public sealed class KilledException() : Exception("Killed.");
