using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What people do on pages.</summary>
internal static class PageActs
{
    public static async Task SignInAsync(this IPage page, string email, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.ClickAsync("main button[type=submit]");
    }

    public static async Task PressAsync(this IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await page.WholeAsync();
    }

    /// <summary>Opens what is folded away.</summary>
    public static Task UnfoldAsync(this IPage page, string summary) => page.Locator("summary", new() { HasText = summary }).First.ClickAsync();

    /// <summary>From the section to where its text is written.</summary>
    public static Task OpenWritingAsync(this IPage page) => page.Locator("main a.btn[href*='/write']").First.ClickAsync();

    /// <summary>Where the text is written, or from the section that it belongs to.</summary>
    public static async Task WriteAsync(this IPage page, string text)
    {
        if (!page.Url.Contains("/write", StringComparison.Ordinal) && await page.Locator("form.writing").CountAsync() == 0) await page.OpenWritingAsync();

        await page.Locator("form.writing textarea[name=text]").First.FillAsync(text);
    }

    public static async Task<string> SaidAsync(this IPage page)
    {
        await page.WholeAsync();

        return (await page.Locator("[role=status], [role=alert]").AllInnerTextsAsync()) is { Count: > 0 } notes ? string.Join('\n', notes) : "";
    }

    public static async Task<string> TextAsync(this IPage page)
    {
        await page.WholeAsync();

        return await page.Locator("main").InnerTextAsync();
    }

    /// <summary>A click is over when the next page begins to arrive; what is read from it before its end is half of it.</summary>
    public static Task WholeAsync(this IPage page) => page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);

    /// <summary>A device that makes and shows passkeys, and unlocks by itself.</summary>
    public static async Task PlugInDeviceAsync(this IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
