using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storage.Accounts;
using Storage.Blobs;
using Storage.Databases;
using Storage.Notifying;
using Storage.People;
using Storage.Recording;
using Storage.Searching;
using Storage.Templates;
using Storage.Verifying;
using Storage.Viewing;
using Workflows.Drafting;
using Workflows.Engine;
using Workflows.Notifying;
using Workflows.Recording;
using Workflows.Searching;
using Workflows.SigningIn;
using Workflows.Templates;
using Workflows.Verifying;
using Workflows.Viewing;

namespace Storage;

public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        return services
            // Accounts have passkeys, whatever the host is set to.
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .AddDatabase(settings)
            .AddBlobs(settings.Blobs)
            .AddSingleton<ReportQueries>()
            .AddSingleton<Plans>()
            .AddSingleton<AgencyBooks>()
            .AddSingleton<IRecord, StoredRecord>()
            .AddSingleton<IPresence, StoredPresence>()
            .AddSingleton<ITurns, StoredTurns>()
            .AddSingleton<IAgencies, StoredAgencies>()
            .AddSingleton<ITemplates, StoredTemplates>()
            .AddSingleton<INotices, StoredNotices>()
            .AddSingleton<IViews, StoredViews>()
            .AddSingleton<ISecurityTrail, StoredSecurityTrail>()
            .AddSingleton(services => new Sessions(services.GetRequiredService<Database>()))
            .AddSingleton(services => new AccessTokens(services.GetRequiredService<Database>()))
            .AddSingleton(services => new Invitations(services.GetRequiredService<Database>()))
            .AddSingleton<IPictures, StoredPictures>()
            .AddSingleton<IReadings, StoredReadings>()
            .AddSingleton<IFindables, StoredFindables>()
            .AddSingleton<IRecordReader, StoredRecordReader>();
    }

    /// <summary>Brings the database to the present version, creating it where it is missing.</summary>
    public static async Task MigrateStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var context = await services.GetRequiredService<Database>().OpenAsync(cancellationToken);
        await Migration.RunAsync(context, cancellationToken);
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services, StorageSettings settings) => settings.Provider switch
    {
        StorageProvider.Sqlite => services
            .AddPooledDbContextFactory<SqliteContext>(builder => SqliteContext.Configure(builder, settings.ConnectionString))
            .AddDatabase<SqliteContext>(open => new(open)),
        StorageProvider.Postgres => services
            .AddPooledDbContextFactory<PostgresContext>(builder => PostgresContext.Configure(builder, settings.ConnectionString))
            .AddDatabase<PostgresContext>(_ => null),
        _ => throw new ArgumentException($"No such provider: {settings.Provider}", nameof(settings)),
    };

    private static IServiceCollection AddDatabase<TContext>(this IServiceCollection services, Func<Func<CancellationToken, Task<ApprovalContext>>, Writer?> writer)
        where TContext : ApprovalContext => services
        .AddSingleton(provider =>
        {
            var factory = provider.GetRequiredService<IDbContextFactory<TContext>>();

            return new Database(OpenAsync, writer(OpenAsync));

            async Task<ApprovalContext> OpenAsync(CancellationToken cancellationToken) => await factory.CreateDbContextAsync(cancellationToken);
        })
        // For the stores of accounts and keys, which live no longer than a request.
        .AddScoped<ApprovalContext>(provider => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext());
}
