using Workflows.Searching;

namespace Web.Hosting;

/// <summary>Reads what was written into the index of words, every second as long as the process lives.</summary>
public sealed class IndexingTexts(Indexer indexer, ILogger<IndexingTexts> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await indexer.CatchUpAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // As with notices: what was not read waits for the next round.
                log.LogError(exception, "Texts could not be read into the index of words.");
            }
        }
    }
}
