using System.Text.RegularExpressions;

namespace Documents.Markdown;

/// <summary>The one form in which a text names a picture: <c>image:</c> and the SHA-256 of its bytes.</summary>
internal static partial class PictureReference
{
    public static string? HashOf(string? address) =>
        address is not null && Form().Match(address) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^image:([0-9a-f]{64})$")]
    private static partial Regex Form();
}

internal static class Addresses
{
    /// <summary>An address that a reader of the printed file may follow.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto");

    /// <summary>It names some other place, or carries its bytes within itself, rather than nothing that we know.</summary>
    public static bool IsRemote(string? address) =>
        address is not null && (address.StartsWith("//", StringComparison.Ordinal)
            || (address.Contains(':', StringComparison.Ordinal) && !address.StartsWith("image:", StringComparison.OrdinalIgnoreCase)));
}

internal static partial class Html
{
    /// <summary>The one tag that is allowed: within a row of a table Markdown has no other break.</summary>
    public static bool IsLineBreak(string tag) => LineBreak().IsMatch(tag);

    [GeneratedRegex(@"^<br\s*/?>$", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();
}
