using Domain;

namespace Storage.Databases;

/// <summary>The one database: contexts to read with, and transactions to write in.</summary>
/// <param name="open">Takes a context from its pool.</param>
/// <param name="writer">Where the database has one writer at a time, those of this process queue there: its own way of waiting is to try again and again.</param>
internal sealed class Database(Func<CancellationToken, Task<ApprovalContext>> open, Writer? writer) : IDisposable
{
    private const int Attempts = 5;

    public Task<ApprovalContext> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);

    /// <summary>Runs the work in a transaction, which stands if the outcome is not refused. The work runs again where the database asks for it.</summary>
    public async Task<Outcome<T>> WriteAsync<T>(Func<ApprovalContext, CancellationToken, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            var isLast = attempt == Attempts;
            var outcome = await (writer?.TryAsync(work, isLast, cancellationToken) ?? TryAloneAsync(work, isLast, cancellationToken));
            if (outcome is not null) return outcome;

            // Two that got into each other's way should not meet again at once.
            await Task.Delay(Random.Shared.Next(10 * attempt), cancellationToken);
        }
    }

    public void Dispose() => writer?.Dispose();

    private async Task<Outcome<T>?> TryAloneAsync<T>(Func<ApprovalContext, CancellationToken, Task<Outcome<T>>> work, bool isLast, CancellationToken cancellationToken)
        where T : notnull
    {
        await using var context = await open(cancellationToken);
        // One transaction, one save: there is nothing to go back to in between.
        context.Database.AutoSavepointsEnabled = false;

        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var outcome = await work(context, cancellationToken);

            // From here on it does not hang on the caller's patience.
            if (!outcome.IsRefused) await transaction.CommitAsync(CancellationToken.None);

            return outcome;
        }
        catch (Exception exception) when (!isLast && context.AsksForAnotherTry(exception))
        {
            return null;
        }
    }
}
