using Storage.Blobs;
using Workflows.Blobs;

namespace Storage.Tests.Blobs;

public sealed class KeepingBytesInAFolder : KeepingBytes, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approval-blobs-");

    [Fact]
    public async Task Nothing_unfinished_is_left_behind()
    {
        var blobs = await OpenAsync();

        var writers = Enumerable.Range(0, 50).Select(_ => Task.Run(() => blobs.WriteAsync("abc"u8.ToArray(), TestContext.Current.CancellationToken)));
        var name = (await Task.WhenAll(writers)).First();

        Assert.Equal([PathOf(name)], folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.FullName));
    }

    public void Dispose() => folder.Delete(recursive: true);

    // The folder itself is still to be made, as on a fresh machine.
    protected override Task<IBlobs> OpenAsync() =>
        Task.FromResult<IBlobs>(new FolderBlobs(Path.Combine(folder.FullName, "blobs")));

    protected override Task<DateTimeOffset> WrittenAtAsync(string name) =>
        Task.FromResult<DateTimeOffset>(File.GetLastWriteTimeUtc(PathOf(name)));

    protected override Task TamperAsync(string name, byte[] bytes) => File.WriteAllBytesAsync(PathOf(name), bytes);

    private string PathOf(string name) => Path.Combine(folder.FullName, "blobs", name[..2], name[2..4], name);
}
