using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Pictures of the pages, kept for anyone to look at.</summary>
internal static class Pictures
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static readonly string Folder = Path.Combine(Root, "artifacts", "screenshots");

    public static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Approval.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? FindRoot(parent)
        : throw new DirectoryNotFoundException("The tests do not lie in the project.");
}
