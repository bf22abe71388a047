namespace Web.SigningIn;

/// <summary>What a browser says it is, as people would say it: "Chrome, Windows".</summary>
public static class Device
{
    // Each calls itself by its own name and by those of its forebears, so that the youngest is asked for first.
    private static readonly (string Sign, string Name)[] browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("coc_coc_browser/", "Cốc Cốc"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")];

    private static readonly (string Sign, string Name)[] systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>Null where nothing in it is known.</returns>
    public static string? Of(string? userAgent)
    {
        if (string.IsNullOrEmpty(userAgent)) return null;

        string?[] parts = [Find(browsers, userAgent), Find(systems, userAgent)];

        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } known ? known : null;
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
