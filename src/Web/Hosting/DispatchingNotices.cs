using Workflows.Notifying;

namespace Web.Hosting;

/// <summary>Delivers the outbox, every second as long as the process lives.</summary>
public sealed class DispatchingNotices(Dispatcher dispatcher, ILogger<DispatchingNotices> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await dispatcher.DispatchAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Nobody waits for this loop, so nobody else would hear of it; what was not delivered waits for the next round.
                log.LogError(exception, "Notices were not delivered.");
            }
        }
    }
}
