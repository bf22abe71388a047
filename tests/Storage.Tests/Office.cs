using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Storage.Tests.Databases;
using Workflows.Deciding;
using Workflows.Engine;
using Workflows.Restricting;
using Workflows.Viewing;

namespace Storage.Tests;

/// <summary>The agency at work: decisions by the real rules, the real chain and the built-in engine, one a second.</summary>
internal sealed class Office(Stored stored)
{
    private readonly Chain chain = new();
    private int made;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public DateTimeOffset Now => Given.Monday.AddSeconds(made);

    public async Task<Step> StartAsync(ReportPlan plan) => (await TryStartAsync(plan)).Value;

    public Task<Outcome<Step>> TryStartAsync(ReportPlan plan)
    {
        var begun = chain.Begin(plan, new(plan.Id.Value), new(Given.Monday, Given.Roster(), days => WorkingCalendar.Official.DueAt(Given.Monday, days)));

        return stored.Record.StartAsync(begun.Value, Token);
    }

    public Task<Outcome<Decided>> SubmitAsync(ReportId report, string section, UnitId unit, PersonId by, string text = "Nội dung", DecisionId? id = null) =>
        OnSectionAsync(report, section, by, id, (circulation, desk, decision) => circulation.Decide(
            new Submit { Id = decision, By = by, At = desk.Moment.At, Unit = unit, Text = Text(text, by), Joined = Text(text, by) }, desk.Moment.Roster));

    public Task<Outcome<Decided>> ConsolidateAsync(ReportId report, string section, PersonId? by = null) =>
        OnSectionAsync(report, section, by ?? Given.Consolidator, null, (circulation, desk, decision) => circulation.Decide(
            new Submit { Id = decision, By = by ?? Given.Consolidator, At = desk.Moment.At, Version = circulation.Text?.Number }, desk.Moment.Roster));

    public Task<Outcome<Decided>> ApproveAsync(ReportId report, string section, PersonId by, DecisionId? id = null) =>
        OnSectionAsync(report, section, by, id, (circulation, desk, decision) => circulation.Decide(
            new Approve(circulation.Text?.Number ?? 0) { Id = decision, By = by, At = desk.Moment.At }, desk.Moment.Roster));

    public Task<Outcome<Decided>> ReturnAsync(ReportId report, string section, PersonId by, string to, string reason, ThreadId? thread = null) =>
        OnSectionAsync(report, section, by, null, (circulation, desk, decision) => circulation.Decide(
            new Return
            {
                Id = decision,
                By = by,
                At = desk.Moment.At,
                Version = circulation.Text?.Number ?? 0,
                Targets = [new(new(to))],
                Remarks = [new(thread ?? new(decision.Value), reason, "Nội dung")],
            }, desk.Moment.Roster));

    public Task<Outcome<Decided>> WithdrawAsync(ReportId report, string section, PersonId by) =>
        OnSectionAsync(report, section, by, null, (circulation, desk, decision) => circulation.Decide(
            new Withdraw { Id = decision, By = by, At = desk.Moment.At }, desk.Report.HasActedOnSections));

    public Task<Outcome<Decided>> ReassignAsync(ReportId report, string section, PersonId by, PersonId to) =>
        OnSectionAsync(report, section, by, null, (circulation, desk, decision) => circulation.Decide(
            new Reassign(circulation.Open.First().Id, to, "Đi vắng") { Id = decision, By = by, At = desk.Moment.At }, desk.Moment.Roster));

    public Task<Outcome<Decided>> ExtendAsync(ReportId report, string section, OpenAssignment assignment, DateTimeOffset dueAt) =>
        OnSectionAsync(report, section, Given.Consolidator, null, (circulation, desk, decision) => circulation.Decide(
            new Extend(assignment.Id, dueAt, "Chờ số liệu") { Id = decision, By = Given.Consolidator, At = desk.Moment.At }, desk.Moment.Roster));

    public Task<Outcome<Decided>> ReturnSectionsAsync(ReportId report, PersonId by, string to, params string[] sections) =>
        OnReportAsync(report, by, async (transaction, moment, decision) =>
        {
            var before = new List<Circulation>();
            foreach (var section in sections) before.Add(await transaction.SectionAsync(Given.Section(report, section), Token) ?? throw new InvalidOperationException(section));

            var back = new Return
            {
                Id = decision,
                By = by,
                At = moment.At,
                Version = transaction.Report.Own.Text?.Number ?? 0,
                Targets = [.. before.Select(section => new ReturnTarget(new(to), section.Section))],
                Remarks = [.. before.Select(section => new Remark(new(Guid.NewGuid()), "Số liệu chưa khớp", Section: section.Section))],
            };

            return transaction.Report.ReturnSections(back, before, moment.Roster).Then<ReportRuling>(returned => new ReportRuling(returned.Own) { Sections = returned, Before = before });
        });

    /// <param name="section">Null for the report itself.</param>
    /// <param name="audience">Null opens it again.</param>
    public async Task<Outcome<Report>> TryRestrictAsync(ReportId report, string? section, Audience? audience, PersonId? by = null) =>
        await new RestrictReportHandler(stored.Record, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Given.Monday))
            .HandleAsync(new(by ?? Given.Consolidator, report, section is null ? null : Given.Section(report, section), audience, "Theo chỉ đạo"), Token);

    public async Task RestrictAsync(ReportId report, string? section, Audience? audience, PersonId? by = null) => Assert.Null((await TryRestrictAsync(report, section, audience, by)).Refusal);

    public Task<Outcome<Decided>> StopAsync(ReportId report, PersonId? by = null) =>
        OnReportAsync(report, by ?? Given.Consolidator, async (transaction, moment, decision) =>
        {
            var before = await transaction.SectionsAsync(Token);

            return transaction.Report.Decide(new Stop("Không còn yêu cầu") { Id = decision, By = by ?? Given.Consolidator, At = moment.At }, before, moment.Roster)
                .Then<ReportRuling>(stopped => new ReportRuling(stopped.Own) { Stopped = stopped, Before = before });
        });

    public Task<Outcome<Decided>> SignAsync(ReportId report, PersonId? by = null) =>
        OnReportAsync(report, by ?? Given.Chairman, (transaction, moment, decision) => Task.FromResult(transaction.Report.Own
            .Decide(new Sign(transaction.Report.Own.Text?.Number ?? 0, Given.Sha256("pdf"), Given.Sha256("docx")) { Id = decision, By = by ?? Given.Chairman, At = moment.At }, moment.Roster)
            .Then<ReportRuling>(ruling => new ReportRuling(ruling)
            {
                Signature = new(decision, by ?? Given.Chairman, null, moment.At, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Chủ tịch", Given.Sha256("pdf"), Given.Sha256("docx")),
            })));

    public Task<Outcome<Decided>> IssueAsync(ReportId report) =>
        OnReportAsync(report, Given.Clerk, async (transaction, moment, decision) =>
        {
            var on = VietnamTime.DateOf(moment.At);
            var register = (await transaction.RegisterAsync(Given.Agency, "BC", on.Year, Token)).Next();

            return transaction.Report.Own
                .Decide(new Issue(transaction.Report.Own.Text?.Number ?? 0, register.Last, on, Given.Sha256("issued pdf"), Given.Sha256("issued docx")) { Id = decision, By = Given.Clerk, At = moment.At }, moment.Roster)
                .Then<ReportRuling>(ruling => new ReportRuling(ruling)
                {
                    Imprint = new(register.Last, on, Given.Clerk, moment.At, Given.Sha256("issued pdf"), Given.Sha256("issued docx")),
                    Number = new(Given.Agency, "BC", on.Year, register.Last, report, "BC-UBND", on, transaction.Report.Plan.Abstract, "Chủ tịch"),
                });
        });

    /// <summary>All sections of a report of <see cref="Given.Plan"/> to the end of their way.</summary>
    public async Task ClearAsync(ReportId report)
    {
        Assert.Null((await SubmitAsync(report, "budget", Given.Finance, Given.FinanceHead)).Refusal);
        Assert.Null((await SubmitAsync(report, "clinics", Given.Health, Given.HealthHead)).Refusal);
        Assert.Null((await SubmitAsync(report, "clinics", Given.Farming, Given.FarmingHead)).Refusal);

        foreach (var (section, reviewer) in new[] { ("budget", Given.ViceEconomy), ("clinics", Given.ViceSociety) })
        {
            Assert.Null((await ConsolidateAsync(report, section)).Refusal);
            Assert.Null((await ApproveAsync(report, section, reviewer)).Refusal);
        }
    }

    private Task<Outcome<Decided>> OnSectionAsync(ReportId report, string section, PersonId by, DecisionId? id, Func<Circulation, SectionDesk, DecisionId, Outcome<Ruling>> rule)
    {
        var command = new Command(id ?? new(Guid.NewGuid()), by, report, section);

        return DeskAt().OnSectionAsync(command, Given.Section(report, section), (circulation, desk) => Task.FromResult(rule(circulation, desk, command.Id)), Token);
    }

    private Task<Outcome<Decided>> OnReportAsync(ReportId report, PersonId by, Func<Workflows.Recording.IReportTransaction, Moment, DecisionId, Task<Outcome<ReportRuling>>> rule)
    {
        var command = new Command(new(Guid.NewGuid()), by, report, null);

        return DeskAt().OnReportAsync(command, (transaction, moment, _) => rule(transaction, moment, command.Id), Token);
    }

    private Desk DeskAt()
    {
        Interlocked.Increment(ref made);

        return new(stored.Record, stored.Blobs, chain, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now));
    }

    private static NewText Text(string text, PersonId writer) => new(Given.Sha256(text), text.Length, [writer]);

    private sealed record Command(DecisionId Id, PersonId By, ReportId Report, string? Section) : IDecisionCommand;
}
