using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Storage.Blobs;

internal static partial class DiskFolder
{
    /// <summary>Makes the folder's entries durable. Flushing a file does not: after a power cut its bytes may be there and its name not (fsync(2)).</summary>
    public static void Flush(string path)
    {
        // NTFS journals its entries, and has no such call.
        if (OperatingSystem.IsWindows())
            return;

        // .NET opens no folders.
        using var folder = new SafeFileHandle(Open(path, flags: 0), ownsHandle: true);

        if (folder.IsInvalid)
            throw new IOException($"Cannot open the folder {path}.", new Win32Exception());

        RandomAccess.FlushToDisk(folder);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
