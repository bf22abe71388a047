using Workflows.Tests.Engine.Conformance;

namespace Workflows.Tests.Engine;

public sealed class TheBuiltInEngine : AnEngine
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approval-engine-");

    protected override string Database => folder.Name;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    protected override Task<Running> StartAsync() => Running.StartAsync(
        new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "approval.db")}", Blobs = new() { Folder = folder.FullName } },
        addEngine: _ => { });
}
