using Storage;
using Workflows.Elsa;

namespace Web.Hosting;

/// <summary>The engine that this program was built with.</summary>
internal static class ChosenEngine
{
    /// <summary>Elsa beside the record: in a file of its own on SQLite, in a schema of its own on PostgreSQL.</summary>
    public static IServiceCollection AddChosenEngine(this IServiceCollection services, Settings settings)
    {
        var storage = settings.Storage;

        return services
            .AddElsaEngine(new()
            {
                Provider = storage.Provider == StorageProvider.Sqlite ? ElsaProvider.Sqlite : ElsaProvider.Postgres,
                ConnectionString = storage.Provider == StorageProvider.Sqlite ? $"Data Source={Path.Combine(settings.Data, "elsa.db")}" : storage.ConnectionString,
                Locks = Path.Combine(settings.Data, "elsa-locks"),
            })
            .AddHostedService<FollowingTheRecord>();
    }
}
