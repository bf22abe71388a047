using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Domain.People;
using Workflows.Viewing;

namespace Web.Following;

/// <summary>
/// Tells open pages what moved: reports to the people of their agency, and to each person what waits for them. Every process looks for itself
/// what the others wrote, so it does not matter which of them made a decision or delivered its notices. Whoever misses something sees it when they load their page again.
/// </summary>
public sealed class LiveChanges(IViews views, OpenReports reports, TimeProvider clock, ILogger<LiveChanges> log) : BackgroundService
{
    private const int Backlog = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What is written now may carry a time of a moment ago, and a page that asks now may have been made a moment ago.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Listener> listeners = new();
    private Changes known = new([], []);

    private sealed record Listener(AgencyId Agency, PersonId Person, Channel<SseItem<string>> Channel)
    {
        public Counts? Counts { get; set; }

        // Nobody waits for somebody whose line is slow: they miss the oldest.
        public void Tell(string kind, string data) => Channel.Writer.TryWrite(new(data, kind));
    }

    /// <summary>What moves from now on, as long as somebody listens: "report" with its id, and "counts".</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(AgencyId agency, PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (id, listener) = (Guid.NewGuid(), new Listener(agency, person, Channel.CreateBounded<SseItem<string>>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest })));
        foreach (var moved in await SeenAsync(listener, known.Reports, cancellationToken)) listener.Tell("report", moved.Report.Value.ToString());
        listeners[id] = listener;

        // So that the answer begins, and the browser knows that it is listened to.
        listener.Tell("hello", "");

        try
        {
            await foreach (var told in listener.Channel.Reader.ReadAllAsync(cancellationToken)) yield return told;
        }
        finally
        {
            listeners.TryRemove(id, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Nobody waits for this loop, so nobody else would hear of it.
                log.LogError(exception, "Open pages were not told what moved.");
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        if (listeners.IsEmpty) return;

        var changes = await views.ChangesAsync(clock.GetUtcNow() - LookBack, cancellationToken);
        var moved = changes.Reports.Except(known.Reports).ToList();
        var told = changes.People.Except(known.People).Select(one => one.Person).ToHashSet();
        known = changes;

        foreach (var listener in listeners.Values)
        {
            var own = await SeenAsync(listener, moved, cancellationToken);
            foreach (var one in own) listener.Tell("report", one.Report.Value.ToString());

            if (own.Count > 0 || told.Contains(listener.Person) || listener.Counts is null) await CountAsync(listener, cancellationToken);
        }
    }

    /// <summary>What moved, of what the listener may find. Only a restricted report is asked for.</summary>
    private async Task<IReadOnlyList<ReportMoved>> SeenAsync(Listener listener, IReadOnlyList<ReportMoved> moved, CancellationToken cancellationToken)
    {
        var seen = new List<ReportMoved>();
        foreach (var one in moved.Where(one => one.Agency == listener.Agency))
        {
            if (!one.IsRestricted || await reports.FindAsync(one.Report, listener.Agency, listener.Person, cancellationToken) is not null) seen.Add(one);
        }

        return seen;
    }

    private async Task CountAsync(Listener listener, CancellationToken cancellationToken)
    {
        var counts = await views.CountsAsync(listener.Agency, listener.Person, clock.GetUtcNow(), cancellationToken);
        if (counts == listener.Counts) return;

        listener.Counts = counts;
        listener.Tell("counts", JsonSerializer.Serialize(counts, JsonSerializerOptions.Web));
    }
}
