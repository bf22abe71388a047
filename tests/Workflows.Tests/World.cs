using System.Text.Json;
using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Engine;

namespace Workflows.Tests;

/// <summary>One report as it runs: the rules, the chain and the built-in engine, without a store.</summary>
internal sealed class World
{
    private readonly Chain chain = new();
    private int decisions;

    public World(ReportPlan plan, Roster roster)
    {
        Roster = roster;
        var begun = chain.Begin(plan, new(Given.Id("start")), Given.Moment(roster)).Value;
        Report = begun.Report;
        Sections = begun.Sections.ToDictionary(section => section.Section!.Value);
    }

    public Roster Roster { get; set; }

    public DateTimeOffset Now { get; set; } = Given.Monday;

    public Report Report { get; private set; }

    public Dictionary<SectionId, Circulation> Sections { get; }

    public Step? Last { get; private set; }

    public Circulation this[string section] => Sections[new(Given.Id(section))];

    public string State => JsonSerializer.Serialize(new { Report.Own, Report.Cleared, Sections = Sections.Values.OrderBy(section => section.Section!.Value.Value) });

    public Refusal? Submit(string section, UnitId unit, PersonId by, params PersonId[] writers)
    {
        var text = new NewText($"{section}-{decisions}", 10, writers);

        return On(section, circulation => circulation.Decide(new Submit { Id = NextId(), By = by, At = Now, Unit = unit, Text = text, Joined = text }, Roster));
    }

    public Refusal? SubmitText(string section, PersonId by, int? version = null) =>
        On(section, circulation => circulation.Decide(new Submit { Id = NextId(), By = by, At = Now, Version = version ?? circulation.Text?.Number }, Roster));

    public Refusal? Approve(string section, PersonId by, int? version = null) =>
        On(section, circulation => circulation.Decide(new Approve(version ?? circulation.Text?.Number ?? 0) { Id = NextId(), By = by, At = Now }, Roster));

    public Refusal? Return(string section, PersonId by, string to, string reason, params UnitId[] units) =>
        On(section, circulation => circulation.Decide(Back(circulation.Text?.Number ?? 0, [new(new(to)) { Units = units }], [new(new(Given.Id($"thread-{decisions}")), reason)], by), Roster));

    public Refusal? Revise(string section, PersonId by, int? version = null) =>
        On(section, circulation => circulation.Decide(new Revise(version ?? circulation.Text?.Number ?? 0, new($"{section}-revised-{decisions}", 10, [by])) { Id = NextId(), By = by, At = Now }, Roster));

    public Refusal? Withdraw(string section, PersonId by) =>
        On(section, circulation => circulation.Decide(new Withdraw { Id = NextId(), By = by, At = Now }, Report.HasActedOnSections));

    public Refusal? Reassign(string section, PersonId by, PersonId to) =>
        On(section, circulation => circulation.Open.FirstOrDefault() is { } open
            ? circulation.Decide(new Reassign(open.Id, to, "Đi vắng") { Id = NextId(), By = by, At = Now }, Roster)
            : CirculationRefusals.NotOpen);

    public Refusal? Answer(string section, ThreadId thread, PersonId by)
    {
        var circulation = this[section];
        if (circulation.MayAnswer(by, thread, Roster, Now) is { } refusal) return refusal;

        Sections[circulation.Section!.Value] = circulation.Answer(thread);

        return null;
    }

    public Refusal? ApproveReport(PersonId by) => OnReport(own => own.Decide(new Approve(own.Text?.Number ?? 0) { Id = NextId(), By = by, At = Now }, Roster));

    public Refusal? Sign(PersonId by, int? version = null)
    {
        var id = NextId();
        var refusal = OnReport(own => own.Decide(new Sign(version ?? own.Text?.Number ?? 0, "pdf", "docx") { Id = id, By = by, At = Now }, Roster));
        if (refusal is null) Report = Report with { Signature = new(id, by, null, Now, [], "", "pdf", "docx") };

        return refusal;
    }

    public Refusal? Issue(PersonId by)
    {
        var refusal = OnReport(own => own.Decide(new Issue(own.Text?.Number ?? 0, 1, new(2026, 9, 8), "pdf", "docx") { Id = NextId(), By = by, At = Now }, Roster));
        if (refusal is null) Report = Report with { Imprint = new(1, new(2026, 9, 8), by, Now, "pdf", "docx") };

        return refusal;
    }

    public Refusal? WithdrawReport(PersonId by) => OnReport(own => own.Decide(new Withdraw { Id = NextId(), By = by, At = Now }, nextHasActed: true));

    public Refusal? Amend(PersonId by)
    {
        var step = Report.Decide(new Amend([$"Nơi nhận {decisions}", "Lưu: VT"]) { Id = NextId(), By = by, At = Now }, Roster)
            .Then(amended => chain.Carry(Report, amended, Given.Moment(Roster, Now)));

        return step.IsRefused ? step.Refusal : Keep(step.Value);
    }

    public Refusal? Stop(PersonId by, string reason = "Không còn yêu cầu")
    {
        var before = Sections.Values.ToList();
        var step = Report.Decide(new Stop(reason) { Id = NextId(), By = by, At = Now }, before, Roster).Then(stopped => chain.Carry(Report, before, stopped));

        return step.IsRefused ? step.Refusal : Keep(step.Value);
    }

    public Refusal? ReturnReport(PersonId by, string to) =>
        OnReport(own => own.Decide(Back(own.Text?.Number ?? 0, [new(new(to))], [new(new(Given.Id($"thread-{decisions}")), "Sửa thể thức")], by), Roster));

    public Refusal? ReturnSections(PersonId by, string to, params string[] sections)
    {
        var ids = sections.Select(section => this[section].Section).ToList();
        var back = Back(
            Report.Own.Text?.Number ?? 0,
            [.. ids.Select(id => new ReturnTarget(new(to), id))],
            [.. ids.Select((id, place) => new Remark(new(Given.Id($"thread-{decisions}-{place}")), "Số liệu chưa khớp", Section: id))],
            by);
        var before = sections.Select(section => this[section]).ToList();

        return Report.ReturnSections(back, before, Roster).Then(returned => chain.Carry(Report, before, returned, Given.Moment(Roster, Now))) is var step && step.IsRefused
            ? step.Refusal
            : Keep(step.Value);
    }

    private Return Back(int version, IReadOnlyList<ReturnTarget> targets, IReadOnlyList<Remark> remarks, PersonId by) =>
        new() { Id = NextId(), By = by, At = Now, Version = version, Targets = targets, Remarks = remarks };

    private DecisionId NextId() => new(Given.Id($"decision-{++decisions}"));

    private Refusal? On(string section, Func<Circulation, Outcome<Ruling>> decide)
    {
        var before = this[section];
        var step = decide(before).Then(ruling => chain.Carry(Report, before, ruling, Given.Moment(Roster, Now)));

        return step.IsRefused ? step.Refusal : Keep(step.Value);
    }

    private Refusal? OnReport(Func<Circulation, Outcome<Ruling>> decide)
    {
        var step = decide(Report.Own).Then(ruling => chain.Carry(Report, Report.Own, ruling, Given.Moment(Roster, Now)));

        return step.IsRefused ? step.Refusal : Keep(step.Value);
    }

    private Refusal? Keep(Step step)
    {
        Report = step.Report;
        foreach (var section in step.Sections) Sections[section.Section!.Value] = section;
        Last = step;

        return null;
    }
}
