using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace TestServers;

/// <summary>A mail server for one test run, which keeps the letters that it is given; starts when it is first asked for.</summary>
public sealed partial class MailServer : IAsyncDisposable
{
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly Lazy<Task<(ServerScript Server, Match Ready)>> running = new(() => ServerScript.StartAsync("mail.sh", [], Ready()));

    /// <summary>What lets the application under test send its mail here.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> SettingsAsync() =>
    [
        ("Approval:SignIn:Mail:Host", "127.0.0.1"),
        ("Approval:SignIn:Mail:Port", (await running.Value).Ready.Groups["smtp"].Value),
        ("Approval:SignIn:Mail:Encryption", "None"),
        ("Approval:SignIn:Mail:From", "approval@tanthu.example"),
        ("Approval:SignIn:Mail:PublicAddress", "https://baocao.tanthu.example/"),
    ];

    /// <summary>The letters to an address as they came, once there is one.</summary>
    public async Task<IReadOnlyList<string>> LettersAsync(string to, CancellationToken cancellationToken) =>
        await client.GetFromJsonAsync<IReadOnlyList<string>>($"http://127.0.0.1:{(await running.Value).Ready.Groups["box"].Value}/?to={Uri.EscapeDataString(to)}", cancellationToken) ?? [];

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (running.IsValueCreated) await (await running.Value).Server.DisposeAsync();
    }

    [GeneratedRegex("mail at (?<smtp>\\d+) read at (?<box>\\d+)")]
    private static partial Regex Ready();
}
