using Workflows.Tests.Engine.Conformance;

namespace Workflows.Elsa.Tests;

/// <summary>What every engine has to do, and what only one beside the record can get wrong.</summary>
public abstract class AnElsaEngine : AnEngine
{
    [Fact]
    public async Task Nothing_is_carried_after_a_cancel()
    {
        await BeginAsync();
        await Now.FollowAsync();

        await Now.Engine.CancelAsync(Report, Token);

        Assert.Null(await Now.EngineHasAsync(Report));
    }

    [Fact]
    public async Task An_instance_that_is_gone_comes_back_with_the_next_decision_and_operators_hear_of_it()
    {
        await BeginAsync();
        await Now.FollowAsync();
        await Now.Engine.CancelAsync(Report, Token);

        await SubmitAsync("budget");
        await Now.FollowAsync();

        Assert.Contains("rebuilt from the record: it was not there", Assert.Single(Now.Entries), StringComparison.Ordinal);
        Assert.True((await Now.EngineHasAsync(Report))?.AgreesWith(await Now.RecordHasAsync(Report) ?? throw new InvalidOperationException("No record.")));
    }

    [Fact]
    public async Task An_instance_that_says_something_else_is_rebuilt_at_start()
    {
        await BeginAsync();
        await Now.FollowAsync();
        var stale = await Now.RecordHasAsync(Report) ?? throw new InvalidOperationException("No record.");
        var route = await Now.Turns.RouteAsync(Report, Token) ?? throw new InvalidOperationException("No route.");
        await ClearAllAsync();
        await Now.FollowAsync();
        await Now.Engine.RebuildAsync(stale, route, Token);

        await RestartAsync();

        Assert.Contains("rebuilt from the record: it had waiting", Assert.Single(Now.Entries), StringComparison.Ordinal);
        Assert.Equal("sign", (await Now.EngineHasAsync(Report))?.Own?.Value);
    }

    [Fact]
    public async Task Reports_that_were_started_without_it_are_taken_over_at_start()
    {
        await BeginAsync();
        await ClearAsync("budget");
        foreach (var turn in await Now.Turns.WaitingAsync(100, Token)) await Now.Turns.FollowedAsync(turn, Token);
        Assert.Null(await Now.EngineHasAsync(Report));

        await RestartAsync();

        Assert.True((await Now.EngineHasAsync(Report))?.AgreesWith(await Now.RecordHasAsync(Report) ?? throw new InvalidOperationException("No record.")));
    }
}
