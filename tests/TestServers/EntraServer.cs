using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace TestServers;

/// <summary>
/// The organisation's directory for one test run: an OpenID Connect server that presents itself as Microsoft Entra ID does; starts when it is first asked for.
/// On its page anybody signs in by account name ("chairman@tanthu.example") and any password; a program's bearer token is <see cref="TokenAsync"/>'s.
/// </summary>
public sealed partial class EntraServer : IAsyncDisposable
{
    public static readonly Guid Tenant = new("5e1c4a0e-7d3b-4c53-9d0c-0f6b0a4a7a10");
    public static readonly Guid Client = new("b7f2f0f4-2a3c-4f57-8c2e-64a1d2c0e9b3");

    private const string Secret = "a secret between the two, of one run only";

    private readonly HttpClient client = new();
    private readonly Lazy<Task<(ServerScript Server, Match Ready)>> running = new(() => ServerScript.StartAsync("entra.sh", [$"{Tenant}", $"{Client}", Secret], Ready()));

    public async Task<string> GetAddressAsync() => (await running.Value).Ready.Groups["address"].Value;

    /// <summary>What switches the sign-in on in the application under test.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> SettingsAsync() =>
    [
        ("Approval:SignIn:Entra:Instance", await GetAddressAsync()),
        ("Approval:SignIn:Entra:TenantId", $"{Tenant}"),
        ("Approval:SignIn:Entra:ClientId", $"{Client}"),
        ("Approval:SignIn:Entra:ClientSecret", Secret),
        ("Approval:SignIn:Entra:AdministratorRoles:0", "Approval.Administrator"),
        ("Approval:SignIn:Entra:AdministratorGroups:0", "0d3c8f8e-33cf-4f9b-b2f3-6a5d2e0b9c11"),
    ];

    /// <summary>A bearer token for the API, as a program that this account signed in to gets it.</summary>
    /// <param name="account">Its preferred_username; its object id follows from it.</param>
    /// <param name="claims">What the token is to say instead; a claim that is null is left out.</param>
    /// <param name="algorithm">"none" leaves it unsigned, "HS256" signs it with the application's secret.</param>
    /// <param name="isForged">Signed with a key that is not the directory's.</param>
    public Task<string> TokenAsync(string account, IReadOnlyDictionary<string, object?>? claims = null, string algorithm = "RS256", bool isForged = false) =>
        AskAsync("tokens", new { login = account, claims = claims ?? new Dictionary<string, object?>(), algorithm, by = isForged ? "foreign" : "own" });

    /// <summary>What the directory says of an account from now on, beside what it says of everybody.</summary>
    public Task KnowAsync(string account, IReadOnlyDictionary<string, object?> claims) =>
        AskAsync("people", new Dictionary<string, object?>(claims) { ["login"] = account });

    /// <summary>Lets the next sign-in end with an ID token that is not what it should be.</summary>
    public Task AnswerNextWithAsync(IReadOnlyDictionary<string, object?> claims, string algorithm = "RS256", bool isForged = false) =>
        AskAsync("next", new { claims, algorithm, by = isForged ? "foreign" : "own" });

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (running.IsValueCreated)
            await (await running.Value).Server.DisposeAsync();
    }

    private async Task<string> AskAsync(string what, object wanted)
    {
        using var response = await client.PostAsJsonAsync($"{await GetAddressAsync()}/test/{what}", wanted);

        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    [GeneratedRegex("directory at (?<address>http://.+)")]
    private static partial Regex Ready();
}
