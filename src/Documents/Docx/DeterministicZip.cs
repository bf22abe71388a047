using System.IO.Compression;

namespace Documents.Docx;

/// <summary>The same parts in the same bytes: packages are otherwise stamped with the time of writing.</summary>
internal static class DeterministicZip
{
    /// <summary>The first moment that a ZIP file can name.</summary>
    private static readonly DateTimeOffset stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Reseal(MemoryStream package)
    {
        package.Position = 0;
        using var resealed = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(resealed, ZipArchiveMode.Create, leaveOpen: true))
            // [Content_Types].xml sorts first, as readers that stream the file like it.
            foreach (var part in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var entry = target.CreateEntry(part.FullName, CompressionLevel.Fastest);
                entry.LastWriteTime = stamp;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }

        return resealed.ToArray();
    }
}
