using System.Collections.Concurrent;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Storage;
using Workflows.Deciding;
using Workflows.Engine;
using Workflows.Recording;
using Workflows.Stopping;

namespace Workflows.Tests.Engine.Conformance;

/// <summary>One process of the product on a database: the record with its rules, and an engine that follows.</summary>
public sealed class Running : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly OperatorsLog log = new();

    private Running(StorageSettings storage, Action<IServiceCollection> addEngine)
    {
        var registered = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(log))
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Given.Monday))
            .AddWorkflows()
            .AddStorage(storage);
        addEngine(registered);
        services = registered.BuildServiceProvider();
    }

    /// <summary>What operators were told of the engine since the start.</summary>
    public IReadOnlyList<string> Entries => [.. log.Entries];

    public IApprovalEngine Engine => services.GetRequiredService<IApprovalEngine>();

    public ITurns Turns => services.GetRequiredService<ITurns>();

    public IServiceProvider Services => services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts as the product does: what waits is followed, and everything under way is compared.</summary>
    public static async Task<Running> StartAsync(StorageSettings storage, Action<IServiceCollection> addEngine)
    {
        var running = new Running(storage, addEngine);
        await running.services.MigrateStorageAsync(Token);
        await running.services.GetRequiredService<IAgencies>().SaveAsync(Given.Roster(), Token);
        foreach (var service in running.services.GetServices<IHostedService>()) await service.StartAsync(Token);
        await running.Follower.CompareAsync(Token);

        return running;
    }

    public async Task StartReportAsync(ReportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);

        var begun = services.GetRequiredService<Chain>().Begin(plan, new(plan.Id.Value), Given.Moment(Given.Roster()));

        Assert.Null((await services.GetRequiredService<IRecord>().StartAsync(begun.Value, Token)).Refusal);
    }

    public Task<int> FollowAsync() => Follower.FollowAsync(Token);

    public Task<int> CompareAsync() => Follower.CompareAsync(Token);

    public async Task<Standing?> RecordHasAsync(ReportId report) => (await Turns.StandingsAsync([report], Token)).GetValueOrDefault(report);

    public async Task<Standing?> EngineHasAsync(ReportId report) => (await Engine.StandingsAsync([report], Token)).GetValueOrDefault(report);

    public async Task<Circulation> SectionAsync(ReportId report, string section) =>
        await services.GetRequiredService<IRecord>().SectionAsync(report, new(Given.Id(section)), Token) ?? throw new InvalidOperationException($"There is no section {section}.");

    public Task<Outcome<Decided>> SubmitAsync(ReportId report, string section, UnitId unit, PersonId by, DecisionId? id = null) =>
        OnSectionAsync(report, section, by, id, (circulation, moment, decision) =>
        {
            var text = new NewText(Convert.ToHexStringLower(decision.Value.ToByteArray()), 10, [by]);

            return circulation.Decide(new Submit { Id = decision, By = by, At = moment.At, Unit = unit, Text = text, Joined = text }, moment.Roster);
        });

    public Task<Outcome<Decided>> PassAsync(ReportId report, string section, PersonId? by = null, DecisionId? id = null) =>
        OnSectionAsync(report, section, by ?? Given.Consolidator, id, (circulation, moment, decision) =>
            circulation.Decide(new Submit { Id = decision, By = by ?? Given.Consolidator, At = moment.At, Version = circulation.Text?.Number }, moment.Roster));

    public Task<Outcome<Decided>> ApproveAsync(ReportId report, string section, PersonId by, DecisionId? id = null) =>
        OnSectionAsync(report, section, by, id, (circulation, moment, decision) =>
            circulation.Decide(new Approve(circulation.Text?.Number ?? 0) { Id = decision, By = by, At = moment.At }, moment.Roster));

    public Task<Outcome<Decided>> ReturnAsync(ReportId report, string section, PersonId by, string to, params UnitId[] units) =>
        OnSectionAsync(report, section, by, null, (circulation, moment, decision) =>
            circulation.Decide(Back(decision, by, moment, circulation.Text?.Number, [new(new(to)) { Units = units }], [new(new(decision.Value), "Số liệu chưa khớp")]), moment.Roster));

    public Task<Outcome<Decided>> WithdrawAsync(ReportId report, string section, PersonId by, DecisionId? id = null) =>
        RecordAsync(report, section, by, id, (circulation, desk, decision) => circulation.Decide(new Withdraw { Id = decision, By = by, At = desk.Moment.At }, desk.Report.HasActedOnSections));

    public Task<Outcome<Decided>> ReassignAsync(ReportId report, string section, PersonId by, PersonId to) =>
        OnSectionAsync(report, section, by, null, (circulation, moment, decision) =>
            circulation.Decide(new Reassign(circulation.Open.First().Id, to, "Đi vắng") { Id = decision, By = by, At = moment.At }, moment.Roster));

    public Task<Outcome<Decided>> ReviseAsync(ReportId report, string section) =>
        OnSectionAsync(report, section, Given.Consolidator, null, (circulation, moment, decision) => circulation.Decide(
            new Revise(circulation.Text?.Number ?? 0, new(Convert.ToHexStringLower(decision.Value.ToByteArray()), 10, [Given.Consolidator])) { Id = decision, By = Given.Consolidator, At = moment.At }, moment.Roster));

    /// <summary>Whoever has to answer a section's threads has done so.</summary>
    public Task AnswerAsync(ReportId report, string section) =>
        services.GetRequiredService<IRecord>().WriteAsync<Circulation>(report, async (transaction, token) =>
        {
            var circulation = await transaction.SectionAsync(new(Given.Id(section)), token) ?? throw new InvalidOperationException(section);
            var answered = circulation.Threads.Aggregate(circulation, (one, thread) => one.Answer(thread.Id));
            transaction.Save(new() { Report = transaction.Report, Sections = [answered] });

            return answered;
        }, Token);

    public Task<Outcome<Decided>> ApproveReportAsync(ReportId report, PersonId by) =>
        OnReportAsync(report, by, (transaction, moment, decision) => Task.FromResult(transaction.Report.Own
            .Decide(new Approve(transaction.Report.Own.Text?.Number ?? 0) { Id = decision, By = by, At = moment.At }, moment.Roster)
            .Then<ReportRuling>(ruling => new ReportRuling(ruling))));

    public Task<Outcome<Decided>> ReturnReportAsync(ReportId report, PersonId by, string to) =>
        OnReportAsync(report, by, (transaction, moment, decision) => Task.FromResult(transaction.Report.Own
            .Decide(Back(decision, by, moment, transaction.Report.Own.Text?.Number, [new(new(to))], [new(new(decision.Value), "Sửa thể thức")]), moment.Roster)
            .Then<ReportRuling>(ruling => new ReportRuling(ruling))));

    public Task<Outcome<Decided>> ReturnSectionsAsync(ReportId report, PersonId by, string to, params string[] sections) =>
        OnReportAsync(report, by, async (transaction, moment, decision) =>
        {
            var before = new List<Circulation>();
            foreach (var section in sections) before.Add(await transaction.SectionAsync(new(Given.Id(section)), Token) ?? throw new InvalidOperationException(section));

            var back = Back(
                decision, by, moment, transaction.Report.Own.Text?.Number,
                [.. before.Select(section => new ReturnTarget(new(to), section.Section))],
                [.. before.Select(section => new Remark(new(Guid.NewGuid()), "Số liệu chưa khớp", Section: section.Section))]);

            return transaction.Report.ReturnSections(back, before, moment.Roster).Then<ReportRuling>(returned => new ReportRuling(returned.Own) { Sections = returned, Before = before });
        });

    public Task<Outcome<Decided>> StopAsync(ReportId report) =>
        services.GetRequiredService<StopReportHandler>().HandleAsync(new(new(Guid.NewGuid()), Given.Consolidator, report, "Không còn yêu cầu"), Token);

    public Task<Outcome<Decided>> SignAsync(ReportId report) =>
        OnReportAsync(report, Given.Chairman, (transaction, moment, decision) => Task.FromResult(transaction.Report.Own
            .Decide(new Sign(transaction.Report.Own.Text?.Number ?? 0, "pdf", "docx") { Id = decision, By = Given.Chairman, At = moment.At }, moment.Roster)
            .Then<ReportRuling>(ruling => new ReportRuling(ruling) { Signature = new(decision, Given.Chairman, null, moment.At, ["CHỦ TỊCH"], "Chủ tịch", "pdf", "docx") })));

    public Task<Outcome<Decided>> WithdrawSignatureAsync(ReportId report) =>
        OnReportAsync(report, Given.Chairman, (transaction, moment, decision) => Task.FromResult(transaction.Report.Own
            .Decide(new Withdraw { Id = decision, By = Given.Chairman, At = moment.At }, nextHasActed: true)
            .Then<ReportRuling>(ruling => new ReportRuling(ruling))));

    public Task<Outcome<Decided>> IssueAsync(ReportId report) =>
        OnReportAsync(report, Given.Clerk, async (transaction, moment, decision) =>
        {
            var on = VietnamTime.DateOf(moment.At);
            var register = (await transaction.RegisterAsync(Given.Agency, "BC", on.Year, Token)).Next();

            return transaction.Report.Own
                .Decide(new Issue(transaction.Report.Own.Text?.Number ?? 0, register.Last, on, "pdf", "docx") { Id = decision, By = Given.Clerk, At = moment.At }, moment.Roster)
                .Then<ReportRuling>(ruling => new ReportRuling(ruling)
                {
                    Imprint = new(register.Last, on, Given.Clerk, moment.At, "pdf", "docx"),
                    Number = new(Given.Agency, "BC", on.Year, register.Last, report, "BC-UBND", on, transaction.Report.Plan.Abstract, "Chủ tịch"),
                });
        });

    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.GetServices<IHostedService>().Reverse()) await service.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        log.Dispose();
    }

    private EngineFollower Follower => services.GetRequiredService<EngineFollower>();

    private static Return Back(DecisionId id, PersonId by, Moment moment, int? version, IReadOnlyList<ReturnTarget> targets, IReadOnlyList<Remark> remarks) =>
        new() { Id = id, By = by, At = moment.At, Version = version ?? 0, Targets = targets, Remarks = remarks };

    private Task<Outcome<Decided>> OnSectionAsync(ReportId report, string section, PersonId by, DecisionId? id, Func<Circulation, Moment, DecisionId, Outcome<Ruling>> rule) =>
        RecordAsync(report, section, by, id, (circulation, desk, decision) => rule(circulation, desk.Moment, decision));

    private Task<Outcome<Decided>> RecordAsync(ReportId report, string section, PersonId by, DecisionId? id, Func<Circulation, SectionDesk, DecisionId, Outcome<Ruling>> rule)
    {
        var command = new Command(id ?? new(Guid.NewGuid()), by, report, section);

        return services.GetRequiredService<Desk>().OnSectionAsync(command, new(Given.Id(section)), (circulation, desk) => Task.FromResult(rule(circulation, desk, command.Id)), Token);
    }

    private Task<Outcome<Decided>> OnReportAsync(ReportId report, PersonId by, Func<IReportTransaction, Moment, DecisionId, Task<Outcome<ReportRuling>>> rule)
    {
        var command = new Command(new(Guid.NewGuid()), by, report, null);

        return services.GetRequiredService<Desk>().OnReportAsync(command, (transaction, moment, _) => rule(transaction, moment, command.Id), Token);
    }

    private sealed record Command(DecisionId Id, PersonId By, ReportId Report, string? Section) : IDecisionCommand;

    private sealed class OperatorsLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Entries { get; } = new();

        public ILogger CreateLogger(string categoryName) => categoryName.EndsWith(nameof(EngineFollower), StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
