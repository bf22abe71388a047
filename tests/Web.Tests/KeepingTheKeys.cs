using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Web.Hosting;

namespace Web.Tests;

/// <summary>The keys of cookies and tokens in the database.</summary>
public sealed class KeepingTheKeys : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("approval-keys-").FullName;
    private readonly List<Office> offices = [];

    [Fact]
    public async Task With_a_certificate_nothing_of_a_key_can_be_read_there()
    {
        var office = await OpenAsync(With(Certificate("a")));
        await office.AsAsync(Given.Chairman);

        var key = Assert.Single(Keys(office));
        Assert.DoesNotContain(key.Descendants(), element => element.Name.LocalName is "masterKey" or "value");
        Assert.Single(key.Descendants(), element => element.Name.LocalName == "encryptedSecret");
    }

    [Fact]
    public async Task A_session_outlives_a_restart_also_under_another_certificate()
    {
        var (first, second) = (Certificate("a"), Certificate("b"));
        var token = await (await OpenAsync(With(first))).TokenAsync(Given.Chairman);

        Assert.Equal(HttpStatusCode.OK, await MeAsync(await OpenAsync(With(first)), token));
        Assert.Equal(HttpStatusCode.OK, await MeAsync(await OpenAsync([.. With(second), ("Approval:SignIn:KeyCertificate:Earlier:0:Path", first), ("Approval:SignIn:KeyCertificate:Earlier:0:Password", "a")]), token));
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(await OpenAsync(With(second)), token));
    }

    [Fact]
    public async Task A_key_that_lay_open_is_believed_no_longer()
    {
        var before = await OpenAsync([]);
        var token = await before.TokenAsync(Given.Chairman);
        Assert.Contains(Keys(before).Descendants(), element => element.Name.LocalName == "masterKey");
        Assert.Equal(HttpStatusCode.OK, await MeAsync(await OpenAsync([]), token));

        var after = await OpenAsync(With(Certificate("a")));

        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(after, token));
        var again = await after.TokenAsync(Given.Chairman);
        Assert.Equal(HttpStatusCode.OK, await MeAsync(await OpenAsync(With(Certificate("a"))), again));
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_is_told_at_the_start()
    {
        var text = Path.Combine(folder, "text.pfx");
        File.WriteAllText(text, "no certificate");

        Assert.Contains("There is no file", Refused([("Approval:SignIn:KeyCertificate:Path", Path.Combine(folder, "gone.pfx"))]), StringComparison.Ordinal);
        Assert.Contains("is no PFX file", Refused([("Approval:SignIn:KeyCertificate:Path", text)]), StringComparison.Ordinal);
        Assert.Contains("Password is not its password", Refused([("Approval:SignIn:KeyCertificate:Path", Certificate("a")), ("Approval:SignIn:KeyCertificate:Password", "wrong")]), StringComparison.Ordinal);
        Assert.Contains("Path is needed", Refused([("Approval:SignIn:KeyCertificate:Password", "a")]), StringComparison.Ordinal);
        Assert.Contains("There is no file", Refused([.. With(Certificate("a")), ("Approval:SignIn:KeyCertificate:Earlier:0:Path", "gone.pfx")]), StringComparison.Ordinal);
        Assert.Contains("no RSA key", Refused(With(Certificate("elliptic", ECDsa.Create()))), StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var office in offices.AsEnumerable().Reverse()) await office.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The first sets the office up; each later one is the same office, started again.</summary>
    private async Task<Office> OpenAsync(IReadOnlyList<(string Name, string Value)> settings)
    {
        var office = offices is [var first, ..] ? new Office { Folder = first.Folder, IsRestarted = true, Settings = settings } : new Office { Settings = settings };
        offices.Add(office);
        await office.InitializeAsync();

        return office;
    }

    /// <summary>The password is the file's name.</summary>
    private string Certificate(string name) => Certificate(name, RSA.Create(2048));

    private string Certificate(string name, AsymmetricAlgorithm key)
    {
        var file = Path.Combine(folder, $"{name}.pfx");
        if (File.Exists(file)) return file;

        var request = key switch
        {
            RSA rsa => new CertificateRequest("CN=approval keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            ECDsa elliptic => new CertificateRequest("CN=approval keys", elliptic, HashAlgorithmName.SHA256),
            _ => throw new NotSupportedException(key.KeyExchangeAlgorithm),
        };
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        File.WriteAllBytes(file, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, name));
        key.Dispose();

        return file;
    }

    private static IReadOnlyList<(string Name, string Value)> With(string file) =>
        [("Approval:SignIn:KeyCertificate:Path", file), ("Approval:SignIn:KeyCertificate:Password", Path.GetFileNameWithoutExtension(file))];

    private static string Refused(IReadOnlyList<(string Name, string Value)> settings) => Assert.Throws<ValidationException>(() => Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build())).Message;

    private static IEnumerable<XElement> Keys(Office office) =>
        (office.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository?.GetAllElements() ?? []).Where(element => element.Name.LocalName == "key");

    private static async Task<HttpStatusCode> MeAsync(Office office, string token) => (await office.WithToken(token).GetAsync("/api/me")).Status;
}
