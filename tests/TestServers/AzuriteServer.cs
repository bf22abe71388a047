using System.Text.RegularExpressions;

namespace TestServers;

/// <summary>Azure Blob Storage for one test run; starts when it is first asked for.</summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    // The account that every Azurite has (learn.microsoft.com/azure/storage/common/storage-connect-azurite).
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Lazy<Task<(ServerScript Server, Match Ready)>> running = new(() => ServerScript.StartAsync("azurite.sh", [], Ready()));

    public async Task<string> GetConnectionStringAsync()
    {
        var address = (await running.Value).Ready.Groups["address"];

        return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={address}/{Account}";
    }

    public async ValueTask DisposeAsync()
    {
        if (running.IsValueCreated)
            await (await running.Value).Server.DisposeAsync();
    }

    [GeneratedRegex("successfully listens on (?<address>http://.+)")]
    private static partial Regex Ready();
}
