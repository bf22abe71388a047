using System.Collections.Frozen;
using System.IO.Compression;
using Domain;
using Domain.People;

namespace Web.SigningIn;

/// <summary>Passwords that are tried first: those that were in everybody's hands already, and those that are the person's or the agency's own name.</summary>
public static class KnownPasswords
{
    /// <summary>What may hang on a well-known word without making it another one: "matkhau@2026".</summary>
    private const int LongestTail = 6;

    /// <summary>What has to be left of a password when the names are taken out of it.</summary>
    private const int LeastOwn = 8;

    private const int ShortestName = 4;

    // The list of passwords of @zxcvbn-ts/language-common 4.1.3 (MIT), those of six characters and more.
    private static readonly Lazy<FrozenSet<string>> words = new(Read);

    /// <summary>What is wrong with the password; null where nothing is.</summary>
    public static Refusal? Check(string password, Person? person, Agency? agency)
    {
        ArgumentNullException.ThrowIfNull(password);

        var plain = Plain(password);
        var stem = plain.Trim([.. plain.Where(letter => !char.IsLetter(letter)).Distinct()]);
        if (words.Value.Contains(password.ToLowerInvariant()) || words.Value.Contains(plain) || (plain.Length - stem.Length <= LongestTail && words.Value.Contains(stem)) || plain.Distinct().Count() < LongestTail - 1)
            return AccountRefusals.WellKnown;

        IEnumerable<string?> names = [person?.Name, person?.Email.Split('@')[0], person?.Email, agency?.Name, agency?.Place, .. person?.Name.Split(' ') ?? []];
        var own = names.OfType<string>().Select(Plain).Where(name => name.Length >= ShortestName).OrderByDescending(name => name.Length)
            .Aggregate(plain, (left, name) => left.Replace(name, "", StringComparison.Ordinal));

        return own.Length < plain.Length && own.Length < LeastOwn ? AccountRefusals.OwnName : null;
    }

    private static string Plain(string text) => Unaccented.Of(text).Replace(" ", "", StringComparison.Ordinal);

    private static FrozenSet<string> Read()
    {
        using var resource = typeof(KnownPasswords).Assembly.GetManifestResourceStream("breached-words.txt.gz") ?? throw new InvalidOperationException("The list of passwords is not in the program.");
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        var read = new List<string>();
        while (reader.ReadLine() is { } line) read.Add(line);

        return read.ToFrozenSet(StringComparer.Ordinal);
    }
}
