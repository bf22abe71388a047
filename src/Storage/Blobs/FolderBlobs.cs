using System.Collections.Concurrent;
using Workflows.Blobs;

namespace Storage.Blobs;

/// <summary>Blobs as files, <c>ab/cd/abcd…</c>, so that no folder grows too long to list.</summary>
public sealed class FolderBlobs(string folder) : IBlobs
{
    private readonly string root = Path.GetFullPath(folder);

    /// <summary>Subfolders that exist for good, as far as this process knows.</summary>
    private readonly ConcurrentDictionary<string, bool> lasting = new();

    public async Task<string> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var name = BlobName.Of(bytes);

        CreateToLast(FolderOf(name));

        // Read rather than trusted: whoever is told that the bytes are kept may throw theirs away.
        if (await ReadAsync(name, cancellationToken) is null)
            await WriteNewAsync(PathOf(name), bytes, cancellationToken);

        // Also for bytes found: the one who wrote them may not have come this far yet.
        DiskFolder.Flush(FolderOf(name));

        return name;
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        BlobName.Check(sha256, await ReadUncheckedAsync(sha256, cancellationToken));

    public async Task<ReadOnlyMemory<byte>?> ReadUncheckedAsync(string sha256, CancellationToken cancellationToken)
    {
        if (!BlobName.IsOne(sha256))
            return null;

        try
        {
            return await File.ReadAllBytesAsync(PathOf(sha256), cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string FolderOf(string name) => Path.Combine(root, name[..2], name[2..4]);

    private string PathOf(string name) => Path.Combine(FolderOf(name), name);

    private void CreateToLast(string subfolder)
    {
        if (lasting.ContainsKey(subfolder))
            return;

        var created = Directory.CreateDirectory(subfolder);

        // The entries of ab/cd in ab, of ab in the root, and of the root in what holds it.
        for (var (parent, depth) = (created.Parent, 0); parent is not null && depth < 3; (parent, depth) = (parent.Parent, depth + 1))
            DiskFolder.Flush(parent.FullName);

        lasting.TryAdd(subfolder, true);
    }

    private static async Task WriteNewAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        // In the same folder, and so on the same file system: moving it is one step, and nobody meets half a blob.
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";

        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await file.WriteAsync(bytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another writer of the same bytes came first, and wrote them as carefully.
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
