using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A page in one of the shapes that people see it in: looked at by axe, and kept as a picture.</summary>
internal static class Looking
{
    // A hair's breadth: good pages are said to stay under 0.1.
    private const double LeastShift = 0.005;

    private static readonly Lazy<Task<string>> Axe = new(() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    /// <summary>A phone is 360 pixels wide. What looks at the page needs scripts of its own in it.</summary>
    public static BrowserNewContextOptions As(int width, ColorScheme scheme = ColorScheme.Light) =>
        new() { ViewportSize = new() { Width = width, Height = width < 500 ? 800 : 900 }, ColorScheme = scheme, BypassCSP = true, JavaScriptEnabled = true };

    /// <summary>Keeps a picture of the page, and tells what is wrong with it: what is cut off, and whom it leaves out.</summary>
    /// <param name="name">What the picture is called; the page's shape follows it.</param>
    /// <param name="isTouched">Whether somebody did something on the page since it was opened: then it moves because of that.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string name, bool isTouched = false)
    {
        ArgumentNullException.ThrowIfNull(page);

        var faults = new List<string>();
        var isDark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        var shape = $"{(page.ViewportSize?.Width < 500 ? "phone" : "desktop")}{(isDark ? "-dark" : "")}";

        // Before the picture is taken: for that the browser's driver makes the page as tall as it is, and styles it itself.
        if (!isTouched) faults.AddRange(await ShiftsAsync(page));
        // Where a picture was taken before, the driver left empty ones.
        var styled = isTouched ? "[style]:not([style=''])" : "[style]";
        faults.AddRange(await page.EvaluateAsync<string[]>("styled => [...document.querySelectorAll(`${styled}, style, script:not([src])`)].map(one => `inline style or script: ${one.outerHTML.slice(0, 120)}`)", styled));
        await Pictures.TakeAsync(page, $"{name}-{shape}");

        var (inner, outer) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("document.documentElement.clientWidth"));
        if (inner > outer) faults.Add($"{inner} pixels in {outer}");
        if (await page.Locator("h1").CountAsync() != 1) faults.Add("not one h1");

        await page.EvaluateAsync(await Axe.Value);
        faults.AddRange(await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
                .map(one => `${one.impact} ${one.id}: ${one.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')}`)
            """));

        return [.. faults.Select(fault => $"{name}-{shape}: {fault}")];
    }

    /// <summary>What moved by itself since the page was opened, and how far, as browsers reckon it (web.dev/articles/cls).</summary>
    private static Task<string[]> ShiftsAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        least => new Promise(told => {
            const moved = [];
            new PerformanceObserver(shifts => {
                for (const one of shifts.getEntries().filter(one => !one.hadRecentInput && one.value > least))
                    moved.push(`moves under its reader's eyes by ${one.value.toFixed(3)}: ${one.sources.map(source => `${source.node?.nodeName}.${source.node?.className} from ${source.previousRect.y} to ${source.currentRect.y}`).join(' | ')}`);
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => told(moved), 30);
        })
        """,
        LeastShift);
}
