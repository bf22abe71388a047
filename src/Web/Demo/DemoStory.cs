using System.Text;
using System.Text.Json;
using Domain;
using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Approving;
using Workflows.Blobs;
using Workflows.Consolidating;
using Workflows.Delegating;
using Workflows.Discussing;
using Workflows.Drafting;
using Workflows.Issuing;
using Workflows.Notifying;
using Workflows.Recording;
using Workflows.Returning;
using Workflows.Signing;
using Workflows.Starting;
using Workflows.Submitting;
using Workflows.Templates;

namespace Web.Demo;

/// <summary>Carries the demo's report through its chain, act by act, by the same handlers that people's acts take.</summary>
internal sealed class DemoStory(
    IRecord record, IAgencies agencies, ITemplates templates, IBlobs blobs, IOutlineReader reader, Dispatcher dispatcher, StoryClock clock,
    StartReportHandler starts, SaveWorkingCopyHandler saves, SubmitContributionHandler contributes, ReviseSectionHandler revises, SubmitSectionHandler submits,
    ApproveSectionHandler approves, ReturnSectionHandler returns, ReturnReportHandler returnsReport, ThreadsHandler threads, DelegateToHandler delegates,
    AmendReportHandler amends, SignReportHandler signs, IssueReportHandler issues)
{
    public static readonly ReportId Report = new(DemoAgency.IdOf("report", "9-thang-2026"));

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly StoryFile story = DemoFiles.Story();

    /// <summary>Sets the agency up: people, register, route, template.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var read = Done(reader.Read(DemoFiles.Text("last-period.md")));
        var lastTexts = new Dictionary<string, string>();
        foreach (var section in read.Sections.Where(section => section.Heading is not null && !string.IsNullOrWhiteSpace(section.Text)))
            lastTexts[section.Heading ?? ""] = await blobs.WriteAsync(Encoding.UTF8.GetBytes(section.Text), cancellationToken);

        var roster = DemoAgency.Roster();
        await agencies.SaveAsync(roster, cancellationToken);
        Done(await agencies.OpenRegisterAsync(new(DemoAgency.Agency, "BC", story.Register.Year, story.Register.StandsAt), cancellationToken));
        Done(await templates.SaveAsync(DemoAgency.Agency, DemoAgency.RouteOf(), cancellationToken));
        Done(await templates.SaveAsync(Done(ReportTemplate.Make(DemoAgency.TemplateOf(DemoFiles.Template(), story.Report.Abstract, lastTexts) with { LastPeriod = story.Report.LastPeriod }, roster, DemoAgency.RouteOf())), 0, cancellationToken));
    }

    /// <summary>Plays the story to its end.</summary>
    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        foreach (var (told, place) in story.Events.Select((told, place) => (told, place)))
        {
            clock.Now = told.At;
            var id = new DecisionId(DemoAgency.IdOf("decision", $"{place}"));

            try
            {
                await PlayAsync(told, id, cancellationToken);
            }
            catch (InvalidOperationException refused)
            {
                throw new InvalidOperationException($"The story breaks at event {place + 1}, {told.At:u}: {told.Act} {told.Section} by {told.By}. {refused.Message}", refused);
            }
        }

        await dispatcher.DispatchAsync(cancellationToken);
    }

    /// <summary>The report of the whole year, under way: some sections are with their departments, some with the Office, some with the vice-chairs.</summary>
    public async Task BeginNextAsync(CancellationToken cancellationToken)
    {
        var next = new ReportId(DemoAgency.IdOf("report", "ca-nam"));
        var calendar = await agencies.CalendarAsync(DemoAgency.Agency, cancellationToken);
        var today = VietnamTime.DateOf(clock.Now);
        Done(await starts.HandleAsync(
            new(next, DemoAgency.Person(story.Report.StartedBy), DemoAgency.Agency, DemoAgency.Template,
                $"Công tác chỉ đạo, điều hành của UBND[^1] huyện năm {today.Year} và nhiệm vụ năm {today.Year + 1}", calendar.AddWorkingDays(today, 12))
            { Period = new(PeriodKind.Year, today.Year, 1) },
            cancellationToken));

        // A fourth of the sections is untouched, a fourth being written, a fourth with the Office, a fourth with the vice-chairs.
        var drafts = story.Events.Where(told => told.Act == "Submit").GroupBy(told => Named(told.Section)).ToList();
        foreach (var (section, place) in drafts.Select((section, place) => (section, place)))
        {
            if (place % 4 == 0) continue;

            var id = StartReportHandler.IdFor(next, DemoAgency.Section(section.Key));
            foreach (var told in section.GroupBy(told => told.Unit).Select(unit => unit.Last()))
            {
                var unit = DemoAgency.Unit(Named(told.Unit));
                var copy = Done(await saves.HandleAsync(new(DemoAgency.Person(told.WrittenBy ?? told.By), next, id, unit, DemoFiles.Text(Named(told.Text)), 0), cancellationToken));
                if (place % 4 > 1)
                    Done(await contributes.HandleAsync(new(new(DemoAgency.IdOf("next", $"{section.Key} {told.Unit}")), DemoAgency.Person(told.By), next, id, unit, copy.Revision), cancellationToken));
            }

            if (place % 4 == 3)
                Done(await submits.HandleAsync(new(new(DemoAgency.IdOf("next", section.Key)), DemoAgency.Person(story.Report.StartedBy), next, id, 1), cancellationToken));
        }

        await dispatcher.DispatchAsync(cancellationToken);
    }

    private Task PlayAsync(EventOfFile told, DecisionId id, CancellationToken cancellationToken) => told.Act switch
    {
        "Start" => StartAsync(told, cancellationToken),
        "Submit" => SubmitAsync(told, id, cancellationToken),
        "Consolidate" => ConsolidateAsync(told, id, cancellationToken),
        "Approve" => ApproveAsync(told, id, cancellationToken),
        "Return" => ReturnAsync(told, id, cancellationToken),
        "Answer" => AnswerAsync(told, cancellationToken),
        "Close" => CloseAsync(told, cancellationToken),
        "Delegate" => DelegateAsync(told, cancellationToken),
        "ChangeRecipients" => AmendAsync(told, id, cancellationToken),
        "Sign" => SignAsync(told, id, cancellationToken),
        "Issue" => IssueAsync(told, id, cancellationToken),
        _ => throw new InvalidDataException($"The story has an act that nobody knows: {told.Act}"),
    };

    private async Task StartAsync(EventOfFile told, CancellationToken cancellationToken) => Done(await starts.HandleAsync(
        new(Report, DemoAgency.Person(told.By), DemoAgency.Agency, DemoAgency.Template, story.Report.Abstract, story.Report.DueOn) { Period = story.Report.Period }, cancellationToken));

    private async Task SubmitAsync(EventOfFile told, DecisionId id, CancellationToken cancellationToken)
    {
        var unit = DemoAgency.Unit(Named(told.Unit));
        var copy = await WriteAsync(told.WrittenBy ?? told.By, Section(told), unit, Named(told.Text), cancellationToken);

        Done(await contributes.HandleAsync(new(id, DemoAgency.Person(told.By), Report, Section(told), unit, copy.Revision), cancellationToken));
    }

    private async Task ConsolidateAsync(EventOfFile told, DecisionId id, CancellationToken cancellationToken)
    {
        var section = Section(told);
        var by = DemoAgency.Person(told.By);

        if (told.Text is { } file)
        {
            var version = (await record.SectionAsync(Report, section, cancellationToken))?.Text?.Number ?? 0;
            var copy = await WriteAsync(told.By, section, null, file, cancellationToken);
            Done(await revises.HandleAsync(new(new(DemoAgency.IdOf("revision", $"{id.Value}")), by, Report, section, version, copy.Revision), cancellationToken));
        }

        var current = (await record.SectionAsync(Report, section, cancellationToken))?.Text?.Number ?? 0;
        Done(await submits.HandleAsync(new(id, by, Report, section, current), cancellationToken));
    }

    private async Task ApproveAsync(EventOfFile told, DecisionId id, CancellationToken cancellationToken)
    {
        var version = (await record.SectionAsync(Report, Section(told), cancellationToken))?.Text?.Number ?? 0;
        Done(await approves.HandleAsync(new(id, DemoAgency.Person(told.By), Report, Section(told), version), cancellationToken));
    }

    private async Task ReturnAsync(EventOfFile told, DecisionId id, CancellationToken cancellationToken)
    {
        var to = told.To ?? throw new InvalidDataException("A return of the story goes nowhere.");
        var stage = StageOf(to.Stage);
        IReadOnlyList<UnitId> units = [.. (to.Units ?? []).Select(DemoAgency.Unit)];
        var remarks = told.Comments.Select(comment => comment.Deserialize<RemarkOfFile>(Web) ?? throw new InvalidDataException("A remark of the story is empty."))
            .Select(remark => new Remark(ThreadOf(remark.Key), remark.Text, remark.Quote, told.Section is null && remark.Section is { } key ? InReport(key) : null))
            .ToList();

        if (told.Section is not null)
        {
            var version = (await record.SectionAsync(Report, Section(told), cancellationToken))?.Text?.Number ?? 0;
            Done(await returns.HandleAsync(new(id, DemoAgency.Person(told.By), Report, Section(told), version, stage, units, remarks), cancellationToken));

            return;
        }

        IReadOnlyList<ReturnTarget> targets = to.Sections is { } sections ? [.. sections.Select(key => new ReturnTarget(stage, InReport(key)) { Units = units })] : [new(stage)];
        Done(await returnsReport.HandleAsync(new(id, DemoAgency.Person(told.By), Report, await ReportVersionAsync(cancellationToken), targets, remarks), cancellationToken));
    }

    private async Task AnswerAsync(EventOfFile told, CancellationToken cancellationToken)
    {
        var key = Named(told.Comment);
        Done(await threads.HandleAsync(
            new AnswerThread(new(DemoAgency.IdOf("answer", key)), ThreadOf(key), DemoAgency.Person(told.By), Report, SectionOfThread(key), Enum.Parse<CommentKind>(Named(told.Kind)), Named(told.Text)),
            cancellationToken));
    }

    private async Task CloseAsync(EventOfFile told, CancellationToken cancellationToken)
    {
        foreach (var key in told.Comments.Select(comment => comment.GetString() ?? ""))
        {
            Done(await threads.HandleAsync(
                new CloseThread(new(DemoAgency.IdOf("close", key)), ThreadOf(key), DemoAgency.Person(told.By), Report, SectionOfThread(key)), cancellationToken));
        }
    }

    private async Task DelegateAsync(EventOfFile told, CancellationToken cancellationToken)
    {
        var delegation = story.Delegations.Single(one => one.Key == told.Delegation);
        Done(await delegates.HandleAsync(
            new(DemoAgency.Person(told.By), DemoAgency.Agency, new()
            {
                Id = new(DemoAgency.IdOf("delegation", delegation.Key)),
                From = DemoAgency.Person(delegation.From),
                To = DemoAgency.Person(delegation.To),
                Capacity = Capacity.Authorised,
                Kinds = delegation.Kinds,
                StartsAt = VietnamTime.ToUtc(delegation.StartsOn, TimeOnly.MinValue),
                EndsAt = VietnamTime.ToUtc(delegation.EndsOn.AddDays(1), TimeOnly.MinValue),
                Ground = delegation.Basis,
            }),
            cancellationToken));
    }

    private async Task AmendAsync(EventOfFile told, DecisionId id, CancellationToken cancellationToken) =>
        Done(await amends.HandleAsync(new(id, DemoAgency.Person(told.By), Report, told.Recipients), cancellationToken));

    private async Task SignAsync(EventOfFile told, DecisionId id, CancellationToken cancellationToken) =>
        Done(await signs.HandleAsync(new(id, DemoAgency.Person(told.By), Report, await ReportVersionAsync(cancellationToken)), cancellationToken));

    private async Task IssueAsync(EventOfFile told, DecisionId id, CancellationToken cancellationToken) =>
        Done(await issues.HandleAsync(new(id, DemoAgency.Person(told.By), Report, await ReportVersionAsync(cancellationToken), told.IssuedOn), cancellationToken));

    private async Task<WorkingCopy> WriteAsync(string by, SectionId section, UnitId? unit, string file, CancellationToken cancellationToken)
    {
        var copy = await record.WorkingCopyAsync(Report, new(section, unit), cancellationToken);

        return Done(await saves.HandleAsync(new(DemoAgency.Person(by), Report, section, unit, DemoFiles.Text(file), copy?.Revision ?? 0), cancellationToken));
    }

    private async Task<int> ReportVersionAsync(CancellationToken cancellationToken) => (await record.ReportAsync(Report, cancellationToken))?.Own.Text?.Number ?? 0;

    /// <summary>The story names a thread and not the section that it is in; null for one about the report as a whole.</summary>
    private SectionId? SectionOfThread(string key)
    {
        var (told, remark) = story.Events.Where(told => told.Act == "Return")
            .SelectMany(told => told.Comments.Select(comment => (told, remark: comment.Deserialize<RemarkOfFile>(Web))))
            .First(pair => pair.remark?.Key == key);

        return (told.Section ?? remark?.Section) is { } section ? InReport(section) : null;
    }

    private static SectionId Section(EventOfFile told) => InReport(Named(told.Section));

    private static SectionId InReport(string key) => StartReportHandler.IdFor(Report, DemoAgency.Section(key));

    private static ThreadId ThreadOf(string key) => new(DemoAgency.IdOf("thread", key));

    private static StageKey StageOf(string kind)
    {
        var route = DemoAgency.RouteOf();

        return route.SectionStages.Concat(route.ReportStages).Single(stage => stage.Kind.ToString() == kind).Key;
    }

    private static string Named(string? value) => value ?? throw new InvalidDataException("An event of the story lacks a name.");

    private static T Done<T>(Outcome<T> outcome)
        where T : notnull =>
        outcome.IsRefused
            ? throw new InvalidOperationException($"{outcome.Refusal.Code}: {outcome.Refusal.Message.En} {string.Join("; ", outcome.Refusal.Faults.Select(fault => $"line {fault.Line}: {fault.Message.En}"))}")
            : outcome.Value;
}
