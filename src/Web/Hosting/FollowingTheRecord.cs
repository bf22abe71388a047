using Workflows.Engine;

namespace Web.Hosting;

/// <summary>Has the engine beside the record compared at start, and given what was decided, every second as long as the process lives.</summary>
internal sealed class FollowingTheRecord(EngineFollower follower, ILogger<FollowingTheRecord> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var isCompared = false;

        do
        {
            try
            {
                if (isCompared) await follower.FollowAsync(stoppingToken);
                else await follower.CompareAsync(stoppingToken);

                isCompared = true;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Nobody waits for this loop, so nobody else would hear of it; what was not followed waits for the next round.
                log.LogError(exception, "The engine does not follow the record.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
