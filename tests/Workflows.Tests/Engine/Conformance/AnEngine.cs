using Domain;
using Domain.Reports;
using Domain.Routes;
using Workflows.Deciding;
using Workflows.Engine;

namespace Workflows.Tests.Engine.Conformance;

/// <summary>What every engine has to do; an engine that inherits this and passes may carry reports.</summary>
public abstract class AnEngine : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The process that runs now.</summary>
    protected Running Now { get; private set; } = null!;

    /// <summary>What only connections to this test's databases have in them.</summary>
    protected abstract string Database { get; }

    protected static ReportId Report { get; } = new(Given.Id("report"));

    public async ValueTask InitializeAsync() => Now = await StartAsync();

    public virtual async ValueTask DisposeAsync() => await Now.DisposeAsync();

    /// <summary>Starts a process on this test's databases, which are empty at first and keep what they are given.</summary>
    protected abstract Task<Running> StartAsync();

    [Fact]
    public async Task Sections_move_side_by_side_and_the_last_one_opens_the_report()
    {
        await BeginAsync();
        await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "draft"));

        await SubmitAsync("budget");
        await PassAsync("budget");
        await OpenAsync("waiting", ("budget", "review"), ("clinics", "draft"), ("both", "draft"));

        await ApproveAsync("budget");
        await ClearAsync("clinics");
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", "cleared"), ("both", "draft"));

        await ClearAsync("both");
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));

        await Stands(Now.SignAsync(Report));
        await OpenAsync("issue", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));

        await Stands(Now.IssueAsync(Report));
        await NothingIsOpenAsync();
    }

    [Fact]
    public async Task A_stage_of_several_departments_is_passed_by_the_last_of_them()
    {
        await BeginAsync();

        await Stands(Now.SubmitAsync(Report, "both", Given.Finance, Given.FinanceHead));
        await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "draft"));

        await Stands(Now.SubmitAsync(Report, "both", Given.Health, Given.HealthHead));
        await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "consolidate"));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("consolidate")]
    [InlineData("appraise")]
    public async Task A_text_goes_back_to_any_earlier_stage_and_comes_again(string to)
    {
        await BeginAsync(Given.LongRoute());
        await ToReviewAsync("budget");
        await OpenAsync("waiting", ("budget", "review"), ("clinics", "draft"), ("both", "draft"));

        await Stands(Now.ReturnAsync(Report, "budget", Given.ViceEconomy, to));
        await OpenAsync("waiting", ("budget", to), ("clinics", "draft"), ("both", "draft"));

        await Now.AnswerAsync(Report, "budget");
        await ToReviewAsync("budget");
        await ApproveAsync("budget");
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task A_text_goes_back_again_and_again()
    {
        await BeginAsync();
        await SubmitAsync("budget");

        for (var round = 0; round < 5; round++)
        {
            await Stands(Now.ReturnAsync(Report, "budget", Given.Consolidator, "draft"));
            await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "draft"));
            await Now.AnswerAsync(Report, "budget");
            await SubmitAsync("budget");
        }

        await OpenAsync("waiting", ("budget", "consolidate"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task A_text_goes_back_to_chosen_departments()
    {
        await BeginAsync();
        await SubmitAsync("both");

        await Stands(Now.ReturnAsync(Report, "both", Given.Consolidator, "draft", Given.Health));
        await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "draft"));
        Assert.Equal([Given.Health], (await Now.SectionAsync(Report, "both")).Open.Select(open => open.Assignee.Unit ?? default));

        await Now.AnswerAsync(Report, "both");
        await Stands(Now.SubmitAsync(Report, "both", Given.Health, Given.HealthHead));
        await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "consolidate"));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("consolidate")]
    [InlineData("review")]
    public async Task The_signatory_sends_chosen_sections_back_and_the_rest_stays_cleared(string to)
    {
        await BeginAsync();
        await ClearAllAsync();

        await Stands(Now.ReturnSectionsAsync(Report, Given.Chairman, to, "clinics", "both"));
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", to), ("both", to));

        await Now.AnswerAsync(Report, "clinics");
        await ClearAsync("clinics");
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", "cleared"), ("both", to));

        await Now.AnswerAsync(Report, "both");
        await ClearAsync("both");
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));
    }

    [Fact]
    public async Task The_signatory_sends_the_whole_back_to_an_earlier_stage_of_the_report()
    {
        await BeginAsync(Given.LongRoute());
        await ClearAllAsync();
        await OpenAsync("opinions", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));

        await OpinionsAsync();
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));

        await Stands(Now.ReturnReportAsync(Report, Given.Chairman, "opinions"));
        await OpenAsync("opinions", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));
    }

    [Fact]
    public async Task A_stage_is_passed_when_enough_have_agreed()
    {
        await BeginAsync(Given.LongRoute());
        await SubmitAsync("budget");
        await PassAsync("budget");
        await OpenAsync("waiting", ("budget", "appraise"), ("clinics", "draft"), ("both", "draft"));

        await Stands(Now.ApproveAsync(Report, "budget", Given.JusticeHead));
        await OpenAsync("waiting", ("budget", "appraise"), ("clinics", "draft"), ("both", "draft"));

        await Stands(Now.ApproveAsync(Report, "budget", Given.OfficeHead));
        await OpenAsync("waiting", ("budget", "review"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task What_was_passed_on_is_taken_back()
    {
        await BeginAsync();
        await SubmitAsync("budget");

        await Stands(Now.WithdrawAsync(Report, "budget", Given.FinanceHead));
        await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "draft"));

        await ClearAsync("budget");
        await Stands(Now.WithdrawAsync(Report, "budget", Given.ViceEconomy));
        await OpenAsync("waiting", ("budget", "review"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task Taking_the_last_clearing_back_takes_the_report_from_its_signatory()
    {
        await BeginAsync();
        await ClearAllAsync();

        await Stands(Now.WithdrawAsync(Report, "both", Given.ViceSociety));
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", "cleared"), ("both", "review"));

        await ApproveAsync("both");
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));
    }

    [Fact]
    public async Task A_signature_is_taken_back()
    {
        await BeginAsync();
        await ClearAllAsync();
        await Stands(Now.SignAsync(Report));

        await Stands(Now.WithdrawSignatureAsync(Report));
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));
    }

    [Fact]
    public async Task The_Office_changes_a_cleared_text_and_it_goes_its_way_again()
    {
        await BeginAsync();
        await ClearAsync("budget");

        await Stands(Now.ReviseAsync(Report, "budget"));
        await OpenAsync("waiting", ("budget", "consolidate"), ("clinics", "draft"), ("both", "draft"));

        await ClearAllAsync();
        await Stands(Now.ReviseAsync(Report, "clinics"));
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", "consolidate"), ("both", "cleared"));
    }

    [Fact]
    public async Task Passing_work_to_somebody_else_moves_nothing()
    {
        await BeginAsync();
        await ToReviewAsync("budget");

        await Stands(Now.ReassignAsync(Report, "budget", Given.ViceEconomy, Given.ViceSociety));
        await OpenAsync("waiting", ("budget", "review"), ("clinics", "draft"), ("both", "draft"));

        await Stands(Now.ApproveAsync(Report, "budget", Given.ViceSociety));
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task A_late_decision_after_a_cancel_changes_nothing()
    {
        await BeginAsync();
        await Now.FollowAsync();
        await SubmitAsync("budget");
        var late = await Now.Turns.WaitingAsync(10, Token);

        await Now.Engine.CancelAsync(Report, Token);
        var left = await Now.EngineHasAsync(Report);
        foreach (var turn in late) await Now.Engine.TakeAsync(turn, Token);

        Assert.Equal(left?.ToString(), (await Now.EngineHasAsync(Report))?.ToString());

        // The report goes on all the same, from the record.
        await RebuildAsync();
        foreach (var turn in late) await Now.Turns.FollowedAsync(turn, Token);
        await OpenAsync("waiting", ("budget", "consolidate"), ("clinics", "draft"), ("both", "draft"));
        await ClearAllAsync();
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));
    }

    [Fact]
    public async Task A_report_that_is_stopped_is_given_up_and_stays_so_after_a_restart()
    {
        await BeginAsync();
        await SubmitAsync("budget");
        await ClearAsync("clinics");
        await OpenAsync("waiting", ("budget", "consolidate"), ("clinics", "cleared"), ("both", "draft"));

        await Stands(Now.StopAsync(Report));
        await NothingIsOpenAsync();

        await RestartAsync();
        await NothingIsOpenAsync();
        Assert.Empty(Now.Entries);
    }

    [Fact]
    public async Task Of_two_decisions_at_once_on_one_section_one_stands()
    {
        await BeginAsync();
        await ToReviewAsync("budget");
        await Now.FollowAsync();

        var answers = await Task.WhenAll(
            Task.Run(() => Now.ApproveAsync(Report, "budget", Given.ViceEconomy), Token),
            Task.Run(() => Now.ReturnAsync(Report, "budget", Given.ViceEconomy, "consolidate"), Token));

        Assert.Single(answers, answer => !answer.IsRefused);
        await OpenAsync("waiting", ("budget", answers[0].IsRefused ? "consolidate" : "cleared"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task Two_decisions_at_once_on_two_sections_both_stand()
    {
        await BeginAsync();
        foreach (var section in new[] { "budget", "clinics", "both" }) await ToReviewAsync(section);
        await Now.FollowAsync();

        var answers = await Task.WhenAll(new[] { ("budget", Given.ViceEconomy), ("clinics", Given.ViceSociety), ("both", Given.ViceSociety) }.Select(decided => Task.Run(async () =>
        {
            var answer = await Now.ApproveAsync(Report, decided.Item1, decided.Item2);
            await Now.FollowAsync();

            return answer;
        }, Token)));

        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));
    }

    [Fact]
    public async Task Several_that_follow_at_once_have_one_effect()
    {
        var reports = Enumerable.Range(0, 4).Select(number => $"report {number}").ToList();
        foreach (var name in reports) await Now.StartReportAsync(Given.Plan(name: name));
        foreach (var name in reports) await Stands(Now.SubmitAsync(new(Given.Id(name)), "budget", Given.Finance, Given.FinanceHead));
        foreach (var name in reports) await Stands(Now.PassAsync(new(Given.Id(name)), "budget"));
        foreach (var name in reports) await Stands(Now.ReturnAsync(new(Given.Id(name)), "budget", Given.ViceEconomy, "consolidate"));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(Now.FollowAsync, Token)));

        foreach (var name in reports) await OpenAsync(new(Given.Id(name)), "waiting", ("budget", "consolidate"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task The_same_decision_twice_has_one_effect()
    {
        await BeginAsync();
        await Now.FollowAsync();
        var id = new DecisionId(Guid.NewGuid());

        await Stands(Now.SubmitAsync(Report, "budget", Given.Finance, Given.FinanceHead, id));
        var told = await Now.Turns.WaitingAsync(10, Token);
        await Stands(Now.SubmitAsync(Report, "budget", Given.Finance, Given.FinanceHead, id));
        await OpenAsync("waiting", ("budget", "consolidate"), ("clinics", "draft"), ("both", "draft"));

        // The outbox delivers at least once, and perhaps when the report has gone on and come back.
        foreach (var turn in told) await Now.Engine.TakeAsync(turn, Token);
        await OpenAsync("waiting", ("budget", "consolidate"), ("clinics", "draft"), ("both", "draft"));

        await Stands(Now.ReturnAsync(Report, "budget", Given.Consolidator, "draft"));
        await Now.FollowAsync();
        foreach (var turn in told) await Now.Engine.TakeAsync(turn, Token);
        await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task A_report_goes_on_after_a_restart()
    {
        await BeginAsync();
        await ClearAsync("budget");
        await SubmitAsync("clinics");
        await Now.FollowAsync();
        await PassAsync("clinics");

        await RestartAsync();
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", "review"), ("both", "draft"));

        await ClearAllAsync();
        await RestartAsync();
        await Stands(Now.SignAsync(Report));
        await RestartAsync();
        await OpenAsync("issue", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));

        await Stands(Now.IssueAsync(Report));
        await NothingIsOpenAsync();
    }

    [Fact]
    public async Task A_process_killed_between_any_two_writes_leaves_no_report_stuck()
    {
        await BeginAsync();
        await SubmitAsync("budget");
        await Now.FollowAsync();
        var point = 0;

        for (var hasStruck = true; hasStruck;)
        {
            var id = new DecisionId(Guid.NewGuid());
            var isForward = point++ % 2 == 0;

            using (var killing = new Killing(Database, point))
            {
                try
                {
                    await DecideAsync();
                    await Now.FollowAsync();
                }
                catch (Exception exception) when (killing.HasStruck && exception is not Xunit.Sdk.XunitException)
                {
                    // Whatever a dying process says.
                }

                hasStruck = killing.HasStruck;
                if (hasStruck) await KillAsync();
            }

            if (hasStruck) Now = await StartAsync();
            await DecideAsync();
            await OpenAsync(mayBeRebuilt: true, Report, "waiting", ("budget", isForward ? "review" : "consolidate"), ("clinics", "draft"), ("both", "draft"));

            // The client that got no answer asks again under the same id.
            async Task DecideAsync() => await Stands(isForward ? Now.PassAsync(Report, "budget", id: id) : Now.WithdrawAsync(Report, "budget", Given.Consolidator, id));
        }

        Assert.True(point > 2, $"It was killed {point - 1} times.");
        await RestartAsync();
        await ClearAllAsync();
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));
    }

    [Fact]
    public async Task A_new_version_of_a_route_leaves_running_reports_on_theirs()
    {
        var first = Given.Plan();
        var second = Given.Plan(Given.LongRoute() with { Id = first.Route.Id, Version = 2 }, "second");
        await Now.StartReportAsync(first);
        await Now.FollowAsync();
        await Now.StartReportAsync(second);
        await Now.FollowAsync();

        foreach (var report in new[] { first.Id, second.Id })
        {
            await Stands(Now.SubmitAsync(report, "budget", Given.Finance, Given.FinanceHead));
            await Stands(Now.PassAsync(report, "budget"));
        }

        await OpenAsync(first.Id, "waiting", ("budget", "review"), ("clinics", "draft"), ("both", "draft"));
        await OpenAsync(second.Id, "waiting", ("budget", "appraise"), ("clinics", "draft"), ("both", "draft"));

        await RestartAsync();
        await Stands(Now.ApproveAsync(first.Id, "budget", Given.ViceEconomy));
        await OpenAsync(first.Id, "waiting", ("budget", "cleared"), ("clinics", "draft"), ("both", "draft"));
    }

    [Fact]
    public async Task A_report_is_rebuilt_from_the_record_wherever_it_stands()
    {
        await BeginAsync();
        await RebuildAsync();
        await OpenAsync("waiting", ("budget", "draft"), ("clinics", "draft"), ("both", "draft"));

        await ClearAsync("budget");
        await ToReviewAsync("clinics");
        await RebuildAsync();
        await OpenAsync("waiting", ("budget", "cleared"), ("clinics", "review"), ("both", "draft"));

        await Stands(Now.WithdrawAsync(Report, "budget", Given.ViceEconomy));
        await ClearAllAsync();
        await RebuildAsync();
        await OpenAsync("sign", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));

        await Stands(Now.ReturnSectionsAsync(Report, Given.Chairman, "draft", "clinics"));
        await RebuildAsync();
        await Now.AnswerAsync(Report, "clinics");
        await ClearAsync("clinics");
        await Stands(Now.SignAsync(Report));
        await RebuildAsync();
        await OpenAsync("issue", ("budget", "cleared"), ("clinics", "cleared"), ("both", "cleared"));

        await Stands(Now.IssueAsync(Report));
        await NothingIsOpenAsync();
    }

    protected Task BeginAsync(Route? route = null) => Now.StartReportAsync(Given.Plan(route));

    protected async Task RestartAsync()
    {
        await Now.DisposeAsync();
        Now = await StartAsync();
    }

    /// <summary>The engine is made to forget the report and to go on from the record.</summary>
    protected async Task RebuildAsync()
    {
        var standing = await Now.RecordHasAsync(Report) ?? throw new InvalidOperationException("The report is not under way.");
        var route = await Now.Turns.RouteAsync(Report, Token) ?? throw new InvalidOperationException("The report has no route.");

        await Now.Engine.RebuildAsync(standing, route, Token);
    }

    /// <summary>Follows what waits; then this is what is open, for the record and for the engine, and the engine came there by itself.</summary>
    protected Task OpenAsync(string own, params (string Section, string Stage)[] sections) => OpenAsync(Report, own, sections);

    protected Task OpenAsync(ReportId report, string own, params (string Section, string Stage)[] sections) => OpenAsync(mayBeRebuilt: false, report, own, sections);

    protected static async Task Stands(Task<Outcome<Decided>> decided) => Assert.Null((await decided).Refusal);

    /// <summary>All sections to the end of their way, wherever they are.</summary>
    protected async Task ClearAllAsync()
    {
        foreach (var section in new[] { "budget", "clinics", "both" }) await ClearAsync(section);
    }

    protected async Task ClearAsync(string section)
    {
        await ToReviewAsync(section);
        if ((await Now.SectionAsync(Report, section)).Current is not null) await ApproveAsync(section);
    }

    protected async Task SubmitAsync(string section)
    {
        foreach (var unit in (await Now.SectionAsync(Report, section)).Open.Select(open => open.Assignee.Unit ?? default).ToList())
            await Stands(Now.SubmitAsync(Report, section, unit, unit == Given.Finance ? Given.FinanceHead : Given.HealthHead));
    }

    protected Task PassAsync(string section) => Stands(Now.PassAsync(Report, section));

    private Task ApproveAsync(string section) => Stands(Now.ApproveAsync(Report, section, section == "budget" ? Given.ViceEconomy : Given.ViceSociety));

    private async Task ToReviewAsync(string section)
    {
        while ((await Now.SectionAsync(Report, section)).Current is { Key.Value: not "review" } stage)
        {
            if (stage.Kind == StageKind.Draft) await SubmitAsync(section);
            else if (stage.Kind == StageKind.Consolidate) await PassAsync(section);
            else foreach (var by in new[] { Given.JusticeHead, Given.OfficeHead }) await Stands(Now.ApproveAsync(Report, section, by));
        }
    }

    private async Task OpinionsAsync()
    {
        foreach (var by in new[] { Given.ViceEconomy, Given.ViceSociety }) await Stands(Now.ApproveReportAsync(Report, by));
    }

    private async Task KillAsync()
    {
        try
        {
            await Now.DisposeAsync();
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            // Whatever a dying process says.
        }
    }

    private async Task OpenAsync(bool mayBeRebuilt, ReportId report, string own, params (string Section, string Stage)[] sections)
    {
        await Now.FollowAsync();
        var expected = Said(own, sections.Select(section => (new SectionId(Given.Id(section.Section)), section.Stage)));

        Assert.Equal(expected, Said(await Now.RecordHasAsync(report)));
        Assert.Equal(expected, Said(await Now.EngineHasAsync(report)));
        if (!mayBeRebuilt) Assert.Empty(Now.Entries);
    }

    private async Task NothingIsOpenAsync()
    {
        await Now.FollowAsync();

        Assert.Null(await Now.RecordHasAsync(Report));
        Assert.Null(await Now.EngineHasAsync(Report));
        Assert.Empty(Now.Entries);
    }

    private static string? Said(Standing? standing) =>
        standing is null ? null : Said(standing.Own?.Value ?? "waiting", standing.Sections.Select(section => (section.Key, section.Value?.Value ?? "cleared")));

    private static string Said(string own, IEnumerable<(SectionId Section, string Stage)> sections) =>
        $"{own}: {string.Join(", ", sections.OrderBy(section => section.Section.Value).Select(section => $"{Named(section.Section)} {section.Stage}"))}";

    private static string Named(SectionId section) => new[] { "budget", "clinics", "both" }.FirstOrDefault(name => Given.Id(name) == section.Value) ?? $"{section.Value}";
}
