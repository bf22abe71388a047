using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A leader with a secretary: who prepares, and who decides.</summary>
public sealed class HavingAnAssistant
{
    [Fact]
    public async Task The_assistant_prepares_and_the_leader_confirms()
    {
        await using var house = new House();
        await house.InitializeAsync();
        await house.StartReportAsync();

        var leader = await house.OpenAsAsync(Given.FinanceHead, Looking.As(360));
        await leader.GotoAsync("/me");
        await leader.UnfoldAsync("Cử người giúp việc");
        await leader.SelectOptionAsync("#assistant", new SelectOptionValue { Value = Given.FinanceDrafter.Id.Value.ToString() });
        await leader.PressAsync("Cử người giúp việc");
        Assert.Contains("Đã cử người giúp việc", await leader.SaidAsync(), StringComparison.Ordinal);
        List<string> faults = [.. await Looking.FaultsAsync(leader, "assistant-me", isTouched: true)];

        var assistant = await house.OpenAsAsync(Given.FinanceDrafter, Looking.As(1280));
        await assistant.GotoAsync("/");
        faults.AddRange(await Looking.FaultsAsync(assistant, "assistant-work"));
        await assistant.GetByRole(AriaRole.Link, new() { Name = $"Việc chờ {Given.FinanceHead.Name}" }).ClickAsync();
        Assert.Equal(1, await assistant.Locator(".work .title").CountAsync());
        faults.AddRange(await Looking.FaultsAsync(assistant, "assistant-leader-work"));
        await assistant.GotoAsync("/me");
        faults.AddRange(await Looking.FaultsAsync(assistant, "assistant-own-me"));

        await assistant.GetByRole(AriaRole.Link, new() { Name = "Soạn ủy quyền" }).ClickAsync();
        Assert.Equal(Given.FinanceHead.Id.Value.ToString(), await assistant.InputValueAsync("#from"));
        await assistant.SelectOptionAsync("#to", new SelectOptionValue { Value = Given.HealthHead.Id.Value.ToString() });
        foreach (var kind in (string[])["Consolidate", "Review", "Sign", "Issue"]) await assistant.UncheckAsync($"#kind-{kind}");
        await assistant.CheckAsync("#capacity-Authorised");
        await assistant.FillAsync("#from-on", "2026-09-07");
        await assistant.FillAsync("#to-on", "2026-09-09");
        await assistant.FillAsync("#ground", "Giấy mời họp số 21/GM-UBND");
        await assistant.GetByRole(AriaRole.Button).Filter(new() { HasText = "ủy quyền" }).Last.ClickAsync();
        Assert.Contains("chờ người ủy quyền xác nhận", await assistant.SaidAsync(), StringComparison.Ordinal);
        faults.AddRange(await Looking.FaultsAsync(assistant, "assistant-delegations", isTouched: true));
        Assert.Equal(0, await assistant.GetByRole(AriaRole.Button, new() { Name = "Xác nhận" }).CountAsync());

        await leader.GotoAsync("/");
        faults.AddRange(await Looking.FaultsAsync(leader, "assistant-prepared"));
        await leader.GetByRole(AriaRole.Link, new() { Name = "Xem và xác nhận" }).ClickAsync();
        faults.AddRange(await Looking.FaultsAsync(leader, "assistant-confirm"));
        await leader.GetByRole(AriaRole.Button).Filter(new() { HasText = "Xác nhận" }).ClickAsync();
        Assert.Contains("Đã xác nhận", await leader.SaidAsync(), StringComparison.Ordinal);
        Assert.Contains("Đang có hiệu lực", await leader.TextAsync(), StringComparison.Ordinal);

        var deputy = await house.OpenAsAsync(Given.HealthHead);
        await deputy.GotoAsync("/");
        Assert.Contains($"thay {Given.FinanceHead.Name}", await deputy.TextAsync(), StringComparison.Ordinal);
        Assert.Equal([], faults);
    }
}
