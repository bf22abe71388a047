using System.Runtime.ExceptionServices;
using Domain;
using Microsoft.EntityFrameworkCore;

namespace Storage.Databases;

/// <summary>
/// The one writer of a database that knows only one at a time. Works run in the order in which they come, and those that come while another's is on its way
/// share its commit, which is what takes the time. Each stands or falls by itself, and nobody hears that theirs stands before the commit.
/// </summary>
/// <param name="open">Makes the context, which then stays open from work to work.</param>
internal sealed class Writer(Func<CancellationToken, Task<ApprovalContext>> open) : IDisposable
{
    // The first of them should not wait long for the last.
    private const int MostTogether = 16;
    private const string BeforeIt = "before_it";

    private readonly Lock gate = new();
    private readonly Queue<Work> queue = new();
    private bool isTaken;
    private ApprovalContext? context;

    /// <returns>Null where the database asks to run the work again.</returns>
    public async Task<Outcome<T>?> TryAsync<T>(Func<ApprovalContext, CancellationToken, Task<Outcome<T>>> act, bool isLast, CancellationToken cancellationToken)
        where T : notnull
    {
        Outcome<T>? outcome = null;
        var own = new Work(async context => !(outcome = await act(context, cancellationToken)).IsRefused);

        if (Takes(own) || await own.IsToLead) await LeadAsync(own);

        if (own.Failure is null) return outcome;
        if (own.AsksForAnotherTry && !isLast) return null;

        ExceptionDispatchInfo.Throw(own.Failure);

        return null;
    }

    public void Dispose() => context?.Dispose();

    private bool Takes(Work work)
    {
        lock (gate)
        {
            if (isTaken) queue.Enqueue(work);
            else return isTaken = true;
        }

        return false;
    }

    private Work? Next()
    {
        lock (gate) return queue.TryDequeue(out var next) ? next : null;
    }

    /// <summary>Runs one's own work and those that came meanwhile, and leaves the lead to the next.</summary>
    private async Task LeadAsync(Work own)
    {
        var others = new List<Work>();

        try
        {
            await WriteAsync(own, others);
        }
        catch (Exception exception)
        {
            foreach (var work in others.Prepend(own)) work.Fail(exception, context);

            context?.Dispose();
            context = null;
        }
        finally
        {
            foreach (var work in others) work.IsDone();

            lock (gate)
            {
                if (queue.TryDequeue(out var next)) next.Leads();
                else isTaken = false;
            }
        }
    }

    private async Task WriteAsync(Work own, List<Work> others)
    {
        context ??= await OpenAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();

        if (!await own.StandsAsync(context)) return;

        while (others.Count + 1 < MostTogether && Next() is { } other)
        {
            others.Add(other);

            await transaction.CreateSavepointAsync(BeforeIt);
            if (!await other.StandsAsync(context)) await transaction.RollbackToSavepointAsync(BeforeIt);
            await transaction.ReleaseSavepointAsync(BeforeIt);
        }

        await transaction.CommitAsync();
    }

    private async Task<ApprovalContext> OpenAsync()
    {
        var opened = await open(CancellationToken.None);
        // One save a work: there is nothing to go back to in between.
        opened.Database.AutoSavepointsEnabled = false;
        await opened.Database.OpenConnectionAsync();

        return opened;
    }

    private sealed class Work(Func<ApprovalContext, Task<bool>> act)
    {
        private readonly TaskCompletionSource<bool> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>False where another led and it is done.</summary>
        public Task<bool> IsToLead => turn.Task;

        public Exception? Failure { get; private set; }

        public bool AsksForAnotherTry { get; private set; }

        public async Task<bool> StandsAsync(ApprovalContext context)
        {
            // What others' works found is not ours.
            context.ChangeTracker.Clear();

            try
            {
                return await act(context);
            }
            catch (Exception exception)
            {
                Fail(exception, context);

                return false;
            }
        }

        public void Fail(Exception exception, ApprovalContext? context)
        {
            if (Failure is not null) return;

            (Failure, AsksForAnotherTry) = (exception, context?.AsksForAnotherTry(exception) == true);
        }

        public void Leads() => turn.SetResult(true);

        public void IsDone() => turn.SetResult(false);
    }
}
