using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Storage;
using Storage.Blobs;

namespace Web.Hosting;

/// <summary>Everything that an operator may set, under "Approval" in any source of configuration.</summary>
public sealed record Settings : IValidatableObject
{
    public const string Section = "Approval";

    /// <summary>The folder of whatever is not told to lie elsewhere.</summary>
    [Required]
    public string Data { get; init; } = "data";

    /// <summary>The file that an agency is set up from.</summary>
    public string Agency { get; init; } = "agency.json";

    /// <summary>Whether a made-up district is set up where no agency is there yet.</summary>
    public bool Demo { get; init; }

    /// <summary>The folder in which the demo leaves its files.</summary>
    public string Out { get; init; } = "out";

    /// <summary>Where to listen: a name or an address of this machine, "*" for all of them.</summary>
    [Required]
    public string Address { get; init; } = "localhost";

    [Range(0, 65535)]
    public int Port { get; init; } = 5080;

    /// <summary>The address that people open, where a proxy in front of this process serves it; under https nothing is answered any other way.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The addresses or networks of the proxies that tell whom they ask for. Nobody else is believed.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Of one person.</summary>
    [Range(1, int.MaxValue)]
    public int UploadsPerMinute { get; init; } = 120;

    public DatabaseSettings Database { get; init; } = new();

    /// <summary>By default the folder "blobs" under <see cref="Data"/>.</summary>
    public BlobSettings? Blobs { get; init; }

    public SignInSettings SignIn { get; init; } = new();

    public StorageSettings Storage => new()
    {
        Provider = Database.Provider,
        ConnectionString = Database.ConnectionString ?? $"Data Source={Path.Combine(Data, "approval.db")}",
        Blobs = Blobs ?? new() { Folder = Path.Combine(Data, "blobs") },
    };

    public bool IsHttps => PublicAddress?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The file that ought to hold the database; null where it is there, or where the database is not a file.</summary>
    public string? MissingDatabase =>
        Database.Provider == StorageProvider.Sqlite
        && new DbConnectionStringBuilder { ConnectionString = Storage.ConnectionString }.TryGetValue("Data Source", out var source)
        && !File.Exists(source.ToString())
            ? source.ToString()
            : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicAddress is { } address && (!address.IsAbsoluteUri || address.PathAndQuery != "/"))
            yield return new($"{Section}:{nameof(PublicAddress)} must be an address without a path, such as https://baocao.tanthu.gov.vn.", [nameof(PublicAddress)]);

        foreach (var proxy in Proxies)
        {
            if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
                yield return new($"{Section}:{nameof(Proxies)} must be addresses or networks; {proxy} is neither.", [nameof(Proxies)]);
        }
    }

    /// <exception cref="ValidationException">A setting is missing, or out of its range.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        var settings = configuration.GetSection(Section).Get<Settings>() ?? new();

        foreach (var part in (object?[])[settings, settings.Database, settings.SignIn, settings.SignIn.Entra, settings.SignIn.Mail, settings.SignIn.KeyCertificate, .. settings.SignIn.KeyCertificate?.Earlier ?? []])
        {
            if (part is not null) Validator.ValidateObject(part, new(part), validateAllProperties: true);
        }

        return settings;
    }
}

public sealed record DatabaseSettings : IValidatableObject
{
    public StorageProvider Provider { get; init; }

    /// <summary>By default the file "approval.db" under <see cref="Settings.Data"/>.</summary>
    public string? ConnectionString { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == StorageProvider.Postgres && ConnectionString is null)
            yield return new($"{Settings.Section}:Database:ConnectionString is needed for PostgreSQL.", [nameof(ConnectionString)]);
    }
}

public sealed record SignInSettings : IValidatableObject
{
    /// <summary>Per address of the caller; a whole office may share one.</summary>
    [Range(1, int.MaxValue)]
    public int AttemptsPerMinute { get; init; } = 30;

    /// <summary>In characters; length does what mixtures of characters were meant to do.</summary>
    [Range(8, 64)]
    public int ShortestPassword { get; init; } = 12;

    /// <summary>Whether people sign in with passwords that are kept here. Where they do not, the organisation's directory has to be set: otherwise nobody could.</summary>
    public bool LocalPasswords { get; init; } = true;

    /// <summary>The organisation's own sign-in, Microsoft Entra ID; null where there are local accounts only.</summary>
    public EntraSettings? Entra { get; init; }

    /// <summary>How links to set a password are sent; null where only an administrator hands them out.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>What encrypts the keys of cookies and tokens; null where they lie in the database as they are.</summary>
    public KeyCertificateSettings? KeyCertificate { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!LocalPasswords && Entra is null)
            yield return new($"{Settings.Section}:{nameof(Settings.SignIn)}:{nameof(LocalPasswords)} is false, but {nameof(Entra)} is not set: nobody could sign in.", [nameof(LocalPasswords)]);
    }
}

/// <summary>A certificate with its private key, as a PFX file (PKCS #12).</summary>
public record CertificateFile : IValidatableObject
{
    public string Path { get; init; } = "";

    /// <summary>Null where the file has none.</summary>
    public string? Password { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        const string Here = $"{Settings.Section}:{nameof(Settings.SignIn)}:{nameof(SignInSettings.KeyCertificate)}";

        if (WhatIsWrong() is { } wrong) yield return new($"{Here}: {wrong}", [nameof(Path)]);
    }

    private string? WhatIsWrong()
    {
        if (Path.Length == 0) return "Path is needed: a PFX file.";
        if (!File.Exists(Path)) return $"There is no file {Path}.";

        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(Path, Password);
            using var key = certificate.GetRSAPrivateKey();

            // The keys are encrypted as XML, for which .NET takes RSA only.
            return key is null ? $"{Path} has no RSA key of its own." : null;
        }
        catch (CryptographicException)
        {
            return $"{Path} is no PFX file, or Password is not its password.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{Path} cannot be read.";
        }
    }
}

public sealed record KeyCertificateSettings : CertificateFile
{
    /// <summary>Those that encrypted keys before and are needed to read them, until those have run out: 90 days after another took their place.</summary>
    public IReadOnlyList<CertificateFile> Earlier { get; init; } = [];
}

public enum MailEncryption
{
    StartTls,
    Tls,

    /// <summary>For a server on this machine.</summary>
    None,
}

/// <summary>The server that takes mail (SMTP).</summary>
public sealed record MailSettings
{
    [Required]
    public string Host { get; init; } = "";

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    public MailEncryption Encryption { get; init; }

    /// <summary>Null where the server asks for nobody's name.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address that the mail comes from.</summary>
    [Required, EmailAddress]
    public string From { get; init; } = "";

    /// <summary>Where people open this application: what a request calls this machine is the caller's word, and a link must not lead elsewhere.</summary>
    [Required]
    public Uri PublicAddress { get; init; } = new("http://localhost:5080/");
}

/// <summary>The application as it is registered in the organisation's directory.</summary>
public sealed record EntraSettings : IValidatableObject
{
    /// <summary>Which of Microsoft's clouds.</summary>
    [Required]
    public Uri Instance { get; init; } = new("https://login.microsoftonline.com/");

    /// <summary>The directory's id. People of any other directory are strangers.</summary>
    public Guid TenantId { get; init; }

    public Guid ClientId { get; init; }

    [Required]
    public string ClientSecret { get; init; } = "";

    /// <summary>The scope that a program's token must have been given for.</summary>
    [Required]
    public string Scope { get; init; } = "access_as_user";

    /// <summary>Whoever has one of these app roles is an administrator for as long as they are signed in.</summary>
    public IReadOnlyList<string> AdministratorRoles { get; init; } = [];

    /// <summary>The same by object ids of groups.</summary>
    public IReadOnlyList<string> AdministratorGroups { get; init; } = [];

    /// <summary>Where the directory's pages are: a form may lead there.</summary>
    public string Origin => Instance.GetLeftPart(UriPartial.Authority);

    /// <summary>Who signs the directory's tokens, word for word.</summary>
    public string Issuer => $"{Origin}/{TenantId}/v2.0";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        const string Here = $"{Settings.Section}:{nameof(Settings.SignIn)}:{nameof(SignInSettings.Entra)}";

        if (TenantId == default) yield return new($"{Here}:TenantId is needed.", [nameof(TenantId)]);
        if (ClientId == default) yield return new($"{Here}:ClientId is needed.", [nameof(ClientId)]);
        if (!Instance.IsAbsoluteUri || (Instance.Scheme != Uri.UriSchemeHttps && !Instance.IsLoopback)) yield return new($"{Here}:Instance must be an https address.", [nameof(Instance)]);
    }
}
