using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Storage.Databases;

/// <summary>Gives <c>dotnet ef</c> the contexts that the application has.</summary>
internal static class DesignTime
{
    public static TContext Create<TContext>(StorageProvider provider, string connectionString)
        where TContext : ApprovalContext => new ServiceCollection()
        .AddStorage(new() { Provider = provider, ConnectionString = connectionString, Blobs = new() { Folder = "." } })
        .BuildServiceProvider()
        .GetRequiredService<IDbContextFactory<TContext>>()
        .CreateDbContext();
}
