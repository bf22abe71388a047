using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace TestServers;

/// <summary>A server started by one of the scripts beside this file. It ends with this object, or with this process.</summary>
internal sealed class ServerScript : IAsyncDisposable
{
    private static readonly string folder = typeof(ServerScript).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Scripts").Value ?? "";

    private readonly Process process;

    private ServerScript(Process process) => this.process = process;

    /// <summary>Starts the script and waits for the line that says that the server answers.</summary>
    /// <exception cref="InvalidOperationException">The script ended before; the message holds what it said.</exception>
    public static async Task<(ServerScript Server, Match Ready)> StartAsync(string script, string[] arguments, Regex ready)
    {
        var said = new StringBuilder();
        var isReady = new TaskCompletionSource<Match?>(TaskCreationOptions.RunContinuationsAsynchronously);

        var process = new Process
        {
            StartInfo = new("bash", [$"./{script}", .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            },
        };

        // Reads to the end, also when nobody listens any more: a full pipe would stop the server.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                isReady.TrySetResult(null);
            else if (ready.Match(line.Data) is { Success: true } match)
                isReady.TrySetResult(match);
            else if (!isReady.Task.IsCompleted)
                said.AppendLine(line.Data);
        };

        process.Start();
        process.BeginOutputReadLine();

        var server = new ServerScript(process);

        if (await isReady.Task is { } answer)
            return (server, answer);

        await server.DisposeAsync();
        throw new InvalidOperationException($"{script} did not start: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
