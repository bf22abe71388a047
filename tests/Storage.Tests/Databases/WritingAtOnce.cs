using Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storage.Databases;
using TestServers;

namespace Storage.Tests.Databases;

/// <summary>Many write at the same moment: each one's work stands or falls by itself, whatever becomes of the others'.</summary>
public abstract class WritingAtOnce(TestDatabase database) : OnADatabase(database)
{
    private static readonly Refusal Refused = new(RefusalKind.Conflict, "refused", new("Không", "No"));

    private Database Database => Stored.Services.GetRequiredService<Database>();

    [Fact]
    public async Task Whoever_hears_that_it_stands_finds_it_and_nothing_stays_of_the_rest()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() => AnswerAsync(number))));

        Assert.Equal(Enumerable.Range(0, 24).Select(Expected), answers);
        await using var tables = await Stored.TablesAsync();
        Assert.Equal(
            Enumerable.Range(0, 24).Where(number => Expected(number) == "stands").Select(Key).Order(StringComparer.Ordinal),
            (await tables.Tallies.Select(row => row.Key).Where(key => key.StartsWith("test ")).ToListAsync(Token)).Order(StringComparer.Ordinal));

        static string Expected(int number) => (number % 4) switch { 0 => "refused", 1 => "fails", _ => "stands" };
    }

    [Fact]
    public async Task Whoever_gives_up_in_the_queue_leaves_nothing_and_holds_up_nobody()
    {
        using var impatient = new CancellationTokenSource();
        var (begun, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Database.WriteAsync<int>(
            async (context, token) =>
            {
                begun.SetResult();
                await goesOn.Task;

                return await InsertAsync(context, 1, token);
            }, Token);
        await begun.Task;
        var second = Database.WriteAsync<int>((context, token) => InsertAsync(context, 2, token), impatient.Token);
        var third = Database.WriteAsync<int>((context, token) => InsertAsync(context, 3, token), Token);

        await impatient.CancelAsync();
        goesOn.SetResult();

        Assert.Equal(1, (await first).Value);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(3, (await third).Value);
        await using var tables = await Stored.TablesAsync();
        Assert.Equal(2, await tables.Tallies.CountAsync(row => row.Key.StartsWith("test "), Token));
    }

    private async Task<string> AnswerAsync(int number)
    {
        try
        {
            var outcome = await Database.WriteAsync<int>(
                async (context, token) =>
                {
                    await InsertAsync(context, number, token);

                    return (number % 4) switch
                    {
                        0 => Refused,
                        1 => throw new InvalidOperationException($"{number}"),
                        _ => number,
                    };
                }, Token);
            if (outcome.IsRefused) return outcome.Refusal.Code;

            await using var tables = await Stored.TablesAsync();
            Assert.Equal(number, (await tables.Tallies.SingleAsync(row => row.Key == Key(outcome.Value), Token)).Count);

            return "stands";
        }
        catch (InvalidOperationException failure)
        {
            Assert.Equal($"{number}", failure.Message);

            return "fails";
        }
    }

    private static string Key(int number) => $"test {number}";

    private static async Task<Outcome<int>> InsertAsync(ApprovalContext context, int number, CancellationToken cancellationToken)
    {
        context.Tallies.Add(new() { Key = Key(number), Count = number });
        await context.SaveChangesAsync(cancellationToken);

        return number;
    }
}

public sealed class WritingAtOnceOnSqlite() : WritingAtOnce(new SqliteDatabase());

public sealed class WritingAtOnceOnPostgres(PostgresServer server) : WritingAtOnce(new PostgresDatabase(server));
