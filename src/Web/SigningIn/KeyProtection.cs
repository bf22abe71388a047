using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Web.Hosting;

namespace Web.SigningIn;

/// <summary>The keys of cookies and tokens, encrypted in the database where the operator has a certificate for it.</summary>
public static class KeyProtection
{
    public static IDataProtectionBuilder EncryptKeys(this IDataProtectionBuilder protection, KeyCertificateSettings? certificate) => certificate is null
        ? protection
        : protection.ProtectKeysWithCertificate(certificate.Open()).UnprotectKeysWithAnyCertificate([.. certificate.Earlier.Select(earlier => earlier.Open())]);

    /// <summary>What was made before there was a certificate lay there for whoever reads the database: it is believed no longer, and people sign in once more.</summary>
    public static void RetireOpenKeys(this IServiceProvider services)
    {
        if (services.GetRequiredService<SignInSettings>().KeyCertificate is null || services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository is not { } repository) return;

        var open = repository.GetAllElements()
            .Where(element => element.Name.LocalName == "key" && !element.Descendants().Any(inner => inner.Name.LocalName == "encryptedSecret"))
            .Select(element => (Guid?)element.Attribute("id"))
            .ToHashSet();
        var manager = services.GetRequiredService<IKeyManager>();

        foreach (var key in manager.GetAllKeys().Where(key => open.Contains(key.KeyId) && !key.IsRevoked)) manager.RevokeKey(key.KeyId, "It lay in the database unencrypted.");
    }

    private static X509Certificate2 Open(this CertificateFile file) => X509CertificateLoader.LoadPkcs12FromFile(file.Path, file.Password);
}
