using Domain.People;
using Domain.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Workflows.Discussing;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Starting;
using Workflows.Submitting;
using Workflows.Withdrawing;

namespace Browser.Tests;

/// <summary>Known texts of cross-site scripting, on every page that shows what people write; without the content security policy, which would hide what slips through.</summary>
public sealed class WritingHostileTexts(House house)
{
    private static readonly IReadOnlyList<string> Texts =
        [.. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "hostile-texts.md")).ReplaceLineEndings("\n").Split("\n%%%%\n")[1..].Select(text => text.TrimEnd('\n'))];

    /// <summary>What stands in a page and would act, or fetch, or lead away.</summary>
    private const string Foreign =
        """
        () => {
            const own = address => { try { return new URL(address, location.href).origin === location.origin } catch { return false } };
            const found = window.__ran ?? [];
            for (const node of document.querySelectorAll('*')) {
                const told = node.outerHTML.slice(0, 160);
                if ([...node.attributes].some(one => /^on/i.test(one.name) || ['srcdoc', 'style', 'ping'].includes(one.name) || (one.name === 'formaction' && !own(one.value))) && !node.closest('.ProseMirror, [contenteditable]')) found.push(`attribute: ${told}`);
                if (node.matches('iframe, object, embed, base, style, meta[http-equiv], script:not([src]), video, audio, svg script, svg animate, marquee, math')) found.push(`element: ${told}`);
                if (node.matches('script[src], link[href], img[src], source[src], form[action], input[src]') && !own(node.getAttribute('src') ?? node.getAttribute('href') ?? node.getAttribute('action'))) found.push(`address: ${told}`);
                if (node.matches('a[href], area[href]') && !['http:', 'https:', 'mailto:'].includes(node.protocol)) found.push(`link: ${told}`);
                if (node.matches('svg a')) found.push(`link: ${told}`);
            }
            return found;
        }
        """;

    private readonly List<string> faults = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task None_of_them_runs_fetches_or_leads_away()
    {
        Assert.InRange(Texts.Count, 60, 200);
        var report = await house.StartReportAsync();
        var section = StartReportHandler.IdFor(report, Given.Budget);
        var head = await WatchedAsync(Given.FinanceHead);

        // While it is written, anything may stand there: in the editor, in its preview, as source, and again beside its faults.
        await SaveAsync(report, section, Given.FinanceHead, Given.Finance, string.Join("\n\n", Texts));
        await LookAtAsync(head, $"{House.WritingAt(report)}?unit={Given.Finance.Value}");
        await head.Locator(".ProseMirror, textarea[name=text]").First.WaitForAsync();
        await head.WaitForTimeoutAsync(500);
        await TellAsync(head, "the editor");
        Assert.Empty(
            await head.EvaluateAsync<string[]>(
                """
                async ([address, texts]) => {
                    const left = [];
                    for (const text of texts) {
                        const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'text/markdown' }, body: text });
                        if (!answer.ok) { left.push(`${answer.status}: ${text}`); continue; }
                        const part = document.createElement('section');
                        part.innerHTML = await answer.text();
                        document.querySelector('main').append(part);
                    }
                    return left;
                }
                """,
                new object[] { $"{House.SectionAt(report)}/shown", Texts }));
        await head.WaitForTimeoutAsync(500);
        await TellAsync(head, "the preview");

        // What a version may hold.
        var check = house.Services.GetRequiredService<ITextCheck>();
        var kept = Texts.Where(text => check.Check(text, OutlineLevel.Clause).Count == 0 && check.ImagesOf(text).Count == 0).ToList();
        Assert.NotEmpty(kept);
        await SubmitAsync(report, section, Given.FinanceHead, Given.Finance, string.Join("\n\n", kept));
        foreach (var address in new[] { House.SectionAt(report), $"{House.SectionAt(report)}/versions/1?unit={Given.Finance.Value}", House.ReportAt(report) })
            await LookAtAsync(head, address);

        await WithdrawAsync(report, section);
        await SubmitAsync(report, section, Given.FinanceHead, Given.Finance, string.Join("\n\n", kept.AsEnumerable().Reverse()));
        var comparison = $"{House.SectionAt(report)}/compare?unit={Given.Finance.Value}&from=1&to=2";
        await LookAtAsync(head, comparison);
        await LookAtAsync(head, $"{comparison}&view=side");

        var office = await WatchedAsync(Given.Consolidator);
        await SubmitAsync(report, section, Given.HealthHead, Given.Health, kept[0]);
        await LookAtAsync(office, $"{House.SectionAt(report)}/consolidate");
        await office.GotoAsync(House.SectionAt(report));
        await office.Locator("form[action$='/submit'] button[type=submit]").Last.ClickAsync();
        await office.WaitForURLAsync("**?done=*");

        // And what is said of a text.
        await RemarkAsync(report, section);
        var vice = await WatchedAsync(Given.Vice);
        foreach (var address in new[] { House.SectionAt(report), House.ReportAt(report), "/", "/notices" })
            await LookAtAsync(vice, address);

        foreach (var text in Texts)
            await LookAtAsync(head, $"/search?q={Uri.EscapeDataString(text.Length > 180 ? text[..180] : text)}");

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    private async Task<IPage> WatchedAsync(Person person)
    {
        var page = await house.OpenAsAsync(person, new() { JavaScriptEnabled = true, BypassCSP = true });
        await page.AddInitScriptAsync("window.__ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox']) window[name] = (...said) => { window.__ran.push(`ran: ${name} ${said}`); };");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(house.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:image/", StringComparison.Ordinal)) faults.Add($"{page.Url} fetched {request.Url}");
        };
        page.Dialog += async (_, dialog) =>
        {
            faults.Add($"{page.Url} opened a dialog");
            await dialog.DismissAsync();
        };

        return page;
    }

    private async Task LookAtAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        if (answer is { Ok: false }) faults.Add($"{address} answered {answer.Status}");
        await TellAsync(page, address);
    }

    private async Task TellAsync(IPage page, string where) =>
        faults.AddRange((await page.EvaluateAsync<string[]>(Foreign)).Select(fault => $"{where}: {fault}"));

    private async Task SaveAsync(ReportId report, SectionId section, Person by, UnitId unit, string text)
    {
        var revision = (await house.Services.GetRequiredService<IRecord>().WorkingCopyAsync(report, new(section, unit), Token))?.Revision ?? 0;
        var saved = await house.Services.GetRequiredService<SaveWorkingCopyHandler>().HandleAsync(new(by.Id, report, section, unit, text, revision), Token);
        Assert.False(saved.IsRefused, saved.Refusal?.Message.En);
    }

    private async Task SubmitAsync(ReportId report, SectionId section, Person by, UnitId unit, string text)
    {
        await SaveAsync(report, section, by, unit, text);
        var revision = (await house.Services.GetRequiredService<IRecord>().WorkingCopyAsync(report, new(section, unit), Token))?.Revision ?? 0;
        var submitted = await house.Services.GetRequiredService<SubmitContributionHandler>().HandleAsync(new(new(Guid.NewGuid()), by.Id, report, section, unit, revision), Token);
        Assert.False(submitted.IsRefused, $"{submitted.Refusal?.Message.En} {string.Join(' ', submitted.Refusal?.Faults.Select(fault => fault.Message.En) ?? [])}");
    }

    private async Task WithdrawAsync(ReportId report, SectionId section)
    {
        var withdrawn = await house.Services.GetRequiredService<WithdrawDecisionHandler>().HandleAsync(new(new(Guid.NewGuid()), Given.FinanceHead.Id, report, section), Token);
        Assert.False(withdrawn.IsRefused, withdrawn.Refusal?.Message.En);
    }

    /// <summary>A remark is what somebody types, too, and so are the words that it quotes.</summary>
    private async Task RemarkAsync(ReportId report, SectionId section)
    {
        var threads = house.Services.GetRequiredService<ThreadsHandler>();
        foreach (var text in Texts)
        {
            var said = await threads.HandleAsync(new OpenThread(new(Guid.NewGuid()), Given.Vice.Id, report, section, 1, text, null, null), Token);
            Assert.False(said.IsRefused, said.Refusal?.Message.En);
        }
    }
}
