using System.Diagnostics;
using Documents;
using Microsoft.Extensions.DependencyInjection;
using Storage;
using Storage.Blobs;
using Workflows;

namespace Benchmarks;

/// <summary>The product's own services on a folder of their own.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly string folder = Path.Combine(AppContext.BaseDirectory, $"bench-{Guid.NewGuid():n}");

    // What runs often is compiled anew a few times before it is as fast as it stays.
    private static readonly TimeSpan warm = TimeSpan.FromSeconds(8);

    private Bench(Action<IServiceCollection>? more)
    {
        Directory.CreateDirectory(folder);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddWorkflows()
            .AddDocuments()
            .AddStorage(new()
            {
                Provider = StorageProvider.Sqlite,
                ConnectionString = $"Data Source={Path.Combine(folder, "bench.db")}",
                Blobs = new BlobSettings { Folder = Path.Combine(folder, "blobs") },
            });
        more?.Invoke(services);
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public static async Task<Bench> StartAsync(Action<IServiceCollection>? more = null)
    {
        var bench = new Bench(more);
        await bench.Services.MigrateStorageAsync(CancellationToken.None);

        return bench;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Runs an act again and again for some seconds on each of several clients, after some to warm up.</summary>
    /// <returns>Acts in a second, and the median and the 99th percentile of one act's milliseconds.</returns>
    public static async Task<(double Rate, double Median, double P99)> RateAsync(int clients, TimeSpan length, Func<int, int, Task> act)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var own = new List<double>();
            for (var turn = 0; clock.Elapsed < warm + length; turn++)
            {
                var started = Stopwatch.GetTimestamp();
                await act(client, turn);
                if (clock.Elapsed > warm) own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return own;
        })));
        var took = (clock.Elapsed - warm).TotalSeconds;
        var all = times.SelectMany(one => one).Order().ToList();

        return (all.Count / took, all[all.Count / 2], all[(int)(all.Count * 0.99)]);
    }

    /// <summary>The median of 200 calls after some to warm up, in milliseconds.</summary>
    public static async Task<double> MedianAsync(Func<Task> call)
    {
        for (var warm = 0; warm < 20; warm++) await call();

        var times = new List<double>();
        for (var turn = 0; turn < 200; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            await call();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
