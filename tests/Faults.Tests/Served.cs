using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Faults.Tests;

/// <summary>The product as it runs in production: a process of its own, which can be killed.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly Process process;

    private Served(Process process, HttpClient client) => (this.process, Client) = (process, client);

    public HttpClient Client { get; }

    public static async Task<Served> StartAsync(string data, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var process = Start("serve", "--data", data, "--port", $"{port}");
        var client = new HttpClient { BaseAddress = new($"http://localhost:{port}"), Timeout = TimeSpan.FromMinutes(2) };

        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode) return new(process, client);
            }
            catch (HttpRequestException) when (!process.HasExited && waited.Elapsed < TimeSpan.FromMinutes(3))
            {
                // It is not listening yet.
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    public static async Task<(int Code, string Said)> VerifyAsync(string data, CancellationToken cancellationToken)
    {
        using var verify = Start("verify", "--data", data);
        var said = await verify.StandardOutput.ReadToEndAsync(cancellationToken);
        await verify.WaitForExitAsync(cancellationToken);

        return (verify.ExitCode, said);
    }

    public async Task SignInAsync(string email, string password, CancellationToken cancellationToken)
    {
        using var answer = await Client.PostAsJsonAsync("/api/tokens", new { email, password }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<Token>(cancellationToken);
        Client.DefaultRequestHeaders.Authorization = new("Bearer", token?.AccessToken);
    }

    /// <summary>As the machine would end it: at once, wherever it is.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        Client.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        // The program with another engine lies beside the ordinary one, like the tests that were built with it.
        var bin = AppContext.BaseDirectory.Contains(Path.Combine("bin", "Elsa"), StringComparison.Ordinal) ? Path.Combine("bin", "Elsa") : "bin";
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Approval.sln"))) root = root.Parent ?? throw new DirectoryNotFoundException("No Approval.sln above the tests.");

        var start = new ProcessStartInfo("dotnet", [Path.Combine(root.FullName, "src", "Web", bin, configuration, "net10.0", "Web.dll"), .. arguments]) { RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        if (arguments[0] == "serve") process.BeginOutputReadLine();

        return process;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        return ((IPEndPoint?)socket.LocalEndPoint)?.Port ?? throw new InvalidOperationException("No port.");
    }

    private sealed record Token(string AccessToken);
}
