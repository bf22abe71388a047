using Elsa.Extensions;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows.Runtime.Distributed.Extensions;
using Medallion.Threading;
using Medallion.Threading.FileSystem;
using Medallion.Threading.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Elsa.Activities;

namespace Workflows.Elsa;

/// <summary>Elsa's runtime in a container of its own, so that what it registers meets nothing of ours.</summary>
internal sealed class ElsaHost : IHostedService, IAsyncDisposable
{
    private readonly IHost host;

    public ElsaHost(ElsaSettings settings, ILoggerFactory logging)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Services.AddElsa(elsa =>
        {
            elsa.AddActivitiesFrom<StageVisit>();
            elsa.UseWorkflowManagement(management => management
                .UseEntityFrameworkCore(ef =>
                {
                    if (settings.Provider == ElsaProvider.Sqlite) ef.UseSqlite(settings.ConnectionString);
                    else ef.UsePostgreSql(settings.ConnectionString);
                })
                .UseCache());
            elsa.UseWorkflowRuntime(runtime =>
            {
                runtime.UseEntityFrameworkCore(ef =>
                {
                    if (settings.Provider == ElsaProvider.Sqlite) ef.UseSqlite(settings.ConnectionString);
                    else ef.UsePostgreSql(settings.ConnectionString);
                });
                runtime.UseCache();
                // Its default runtime has two that resume one instance at once overwrite each other.
                runtime.UseDistributedRuntime();
                runtime.DistributedLockProvider = _ => LocksOf(settings);
            });
        });
        builder.Services.Replace(ServiceDescriptor.Singleton(logging));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, LivesWithOurs>());

        host = builder.Build();
    }

    public IDistributedLockProvider Locks => host.Services.GetRequiredService<IDistributedLockProvider>();

    /// <summary>Elsa's services live no longer than one piece of work.</summary>
    public AsyncServiceScope Scope() => host.Services.CreateAsyncScope();

    public Task StartAsync(CancellationToken cancellationToken) => host.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        else host.Dispose();
    }

    /// <summary>Starts and ends when it is told to, and not at a signal from the console.</summary>
    private sealed class LivesWithOurs : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static IDistributedLockProvider LocksOf(ElsaSettings settings) => settings.Provider == ElsaProvider.Sqlite
        ? new FileDistributedSynchronizationProvider(Directory.CreateDirectory(settings.Locks))
        : new PostgresDistributedSynchronizationProvider(settings.ConnectionString);
}
