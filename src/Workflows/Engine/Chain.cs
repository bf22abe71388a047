using Domain;
using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Workflows.Notifying;

namespace Workflows.Engine;

/// <summary>
/// Carries a ruling through: asks the stage machine where it leads, opens what opens there, and joins the sections to the report.
/// Pure: it computes what the record then writes.
/// </summary>
/// <param name="tellsTheEngine">Whether an engine beside the record follows, so that each step says how it moved.</param>
public sealed class Chain(bool tellsTheEngine = false)
{
    /// <summary>Every leaf section begins its way.</summary>
    public Outcome<Step> Begin(ReportPlan plan, DecisionId cause, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(plan);

        var sections = new List<Circulation>();
        foreach (var section in plan.Leaves)
        {
            var begun = Follow(new(plan.CirculationOf(section), new Submit { Id = cause, By = plan.StartedBy, At = moment.At }, new Move.Forward()), moment);
            if (begun.IsRefused) return begun.Refusal;

            // Nothing came before the first stage, so there is nothing to take back.
            sections.Add(begun.Value with { CameFrom = null });
        }

        return new Step
        {
            Report = Report.Start(plan),
            Sections = sections,
            Entries = [Plain(plan.Id, "started", plan.StartedBy, moment.At) with { Note = plan.Abstract }],
            Notices = [.. sections.SelectMany(section => Assigned(cause, before: null, section, moment.At, plan.StartedBy))],
            Moves = tellsTheEngine ? [] : null,
        };
    }

    /// <summary>A decision on a section, or on the report itself.</summary>
    public Outcome<Step> Carry(Report report, Circulation before, Ruling ruling, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(ruling);

        return Follow(ruling, moment).Then<Step>(after =>
        {
            var step = new Step
            {
                Report = report.With(after),
                Sections = after.Section is null ? [] : [after],
                Decision = ruling.Decision,
                Versions = [.. NewVersions(before, after)],
                Comments = ruling.Decision is Return back ? [.. Remarks(back, after.Report, after.Section, ruling.Circulation.Text?.Number)] : [],
                Entries = [.. Entries(before, after, ruling)],
                Notices = [.. Told(before, after, ruling)],
                Moves = Moves(after, ruling.Move),
            };

            return after.Section is null ? step : Join(report, step, ruling.Decision, moment);
        });
    }

    /// <summary>The Office amends the report as a whole.</summary>
    public Outcome<Step> Carry(Report before, Amended amended, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(amended);

        return Carry(amended.Report, before.Own, amended.Own, moment);
    }

    /// <summary>A report's stage sends sections back.</summary>
    public Outcome<Step> Carry(Report report, IReadOnlyList<Circulation> before, SectionsReturned returned, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(returned);

        var own = Follow(returned.Own, moment);
        if (own.IsRefused) return own.Refusal;

        var step = new Step { Report = report.With(own.Value), Decision = returned.Own.Decision, Entries = [.. Entries(report.Own, own.Value, returned.Own)], Moves = Moves(own.Value, returned.Own.Move) };

        foreach (var ruling in returned.Sections)
        {
            var after = Follow(ruling, moment);
            if (after.IsRefused) return after.Refusal;

            var was = before.First(section => section.Section == after.Value.Section);
            step = step with
            {
                Report = step.Report.With(after.Value),
                Sections = [.. step.Sections, after.Value],
                Comments = ruling.Decision is Return back ? [.. step.Comments, .. Remarks(back, report.Id, was.Section, was.Text?.Number)] : step.Comments,
                Entries = [.. step.Entries, .. Entries(was, after.Value, ruling)],
                Notices = [.. step.Notices, .. Told(was, after.Value, ruling)],
                Moves = Moves(after.Value, ruling.Move, step.Moves),
            };
        }

        return step;
    }

    /// <summary>The Office stops a report. Whoever had something of it to do is told, and whoever started it.</summary>
    /// <param name="sections">Its sections as they were.</param>
    public Outcome<Step> Carry(Report before, IReadOnlyList<Circulation> sections, ReportStopped stopped)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(stopped);

        var stop = stopped.Own.Decision;
        var asked = sections.Append(before.Own).SelectMany(circulation => circulation.Open).Select(open => open.Assignee).Append(Assignee.One(before.Plan.StartedBy));

        return new Step
        {
            Report = stopped.Report,
            Sections = stopped.Sections,
            Decision = stop,
            Entries = [.. Entries(before.Own, stopped.Report.Own, stopped.Own)],
            Notices = [Notice.About(stop.Id, NoticeKind.Stopped, before.Id, null, [.. asked.Distinct()], stop.At, stop.By, work: null)],
            Moves = tellsTheEngine ? [Moved.Stopped] : null,
        };
    }

    private static Outcome<Circulation> Follow(Ruling ruling, Moment moment)
    {
        var place = StageMachine.PlaceAfter(ruling.Circulation.Stages, ruling.Circulation.At, ruling.Move);

        return ruling.Circulation.Follow(ruling.Move, place, ruling.Decision.Id, moment.At, moment.Roster, moment.DueAfter);
    }

    /// <summary>What the engine is told of a step: null where it need not know.</summary>
    private IReadOnlyList<Moved>? Moves(Circulation after, Move move, IReadOnlyList<Moved>? before = null) =>
        tellsTheEngine && Moved.Of(after, move) is { } moved ? [.. before ?? [], moved] : before;

    /// <summary>The report goes to its first stage when its last section is cleared, and waits again when one no longer is.</summary>
    private Outcome<Step> Join(Report before, Step step, Decision cause, Moment moment)
    {
        var own = before.Own;

        if (step.Report.IsComplete && own.IsWaiting)
        {
            var text = step.Report.Assembled(moment.At);

            return Follow(new(own with { Text = text }, cause, new Move.Forward()), moment).Then<Step>(entered => step with
            {
                // The sections' last approvals are withdrawn at the sections, not here.
                Report = step.Report.With(entered with { CameFrom = null }),
                Versions = [.. step.Versions, new(new(null, null), text)],
                Entries = [.. step.Entries, Plain(before.Id, "completed", cause.By, moment.At) with { Version = text.Number, Sha256 = text.Sha256 }],
                Notices = [.. step.Notices, .. Assigned(cause.Id, own, entered, moment.At, cause.By)],
                Moves = Moves(entered, new Move.Forward(), step.Moves),
            });
        }

        if (!step.Report.IsComplete && !own.IsWaiting)
        {
            var asked = own.Open.Select(open => open.Assignee).ToList();

            return Follow(new(own with { Approvals = [] }, cause, new Move.Wait()), moment).Then<Step>(waiting => step with
            {
                Report = step.Report.With(waiting),
                Entries = [.. step.Entries, Plain(before.Id, "reopened", cause.By, moment.At)],
                Notices = [.. step.Notices, Notice.About(cause.Id, NoticeKind.TakenBack, before.Id, null, asked, moment.At, cause.By, own.Current?.Kind)],
                Moves = Moves(waiting, new Move.Wait(), step.Moves),
            });
        }

        return step;
    }

    private static IEnumerable<KeptVersion> NewVersions(Circulation before, Circulation after)
    {
        if (after.Section is not { } section)
        {
            if (after.Text is { } assembled && assembled.Number != before.Text?.Number) yield return new(new(null, null), assembled);

            yield break;
        }

        foreach (var contribution in after.Contributions)
        {
            if (contribution.Text is { } text && text.Number != before.ContributionOf(contribution.Unit)?.Text?.Number)
                yield return new(new(section, contribution.Unit), text);
        }

        if (after.Text is { } whole && whole.Number != before.Text?.Number) yield return new(new(section, null), whole);
    }

    private static IEnumerable<Comment> Remarks(Return back, ReportId report, SectionId? section, int? version) =>
        from remark in back.Remarks
        where remark.Section is null || remark.Section == section
        select new Comment
        {
            Id = new(remark.Thread.Value),
            Thread = remark.Thread,
            Report = report,
            Section = section,
            Kind = CommentKind.Remark,
            By = back.By,
            At = back.At,
            Text = remark.Text,
            Quote = remark.Quote,
            Prefix = remark.Prefix,
            Suffix = remark.Suffix,
            Version = version,
            Unit = remark.Unit,
        };

    private static IEnumerable<Entry> Entries(Circulation before, Circulation after, Ruling ruling)
    {
        var decision = ruling.Decision;
        var at = before.Current ?? ruling.Circulation.Current;
        var about = decision switch
        {
            Submit { Unit: { } unit } => after.ContributionOf(unit)?.Text,
            _ => after.Text,
        };

        yield return Plain(after.Report, PastOf(decision.Act), decision.By, decision.At) with
        {
            OnBehalfOf = decision.OnBehalfOf,
            Section = after.Section,
            Unit = (decision as Submit)?.Unit,
            Stage = at?.Key,
            Round = at is null ? null : before.VisitOf(at.Key)?.Round,
            Version = about?.Number,
            Sha256 = decision switch { Sign sign => sign.Pdf, Issue issue => issue.Pdf, _ => about?.Sha256 },
            Decision = decision.Id,
            Note = NoteOf(decision, after.Section),
        };

        if (after is { IsPassed: true, Section: not null } && !before.IsPassed)
            yield return Plain(after.Report, "cleared", decision.By, decision.At) with { Section = after.Section, Version = after.Text?.Number, Sha256 = after.Text?.Sha256 };
    }

    private static string? NoteOf(Decision decision, SectionId? section) => decision switch
    {
        Return back => string.Join('\n', back.Targets.Where(target => target.Section is null || target.Section == section).Select(target => $"→ {target.Stage}")
            .Concat(back.Remarks.Where(remark => remark.Section is null || remark.Section == section).Select(remark => remark.Text))),
        Reassign reassign => reassign.Reason,
        Extend extend => extend.Reason,
        Stop stop => stop.Reason,
        Amend amend => string.Join('\n', amend.Recipients),
        Issue issue => $"{issue.Number} {issue.On:yyyy-MM-dd}",
        _ => null,
    };

    private static string PastOf(Act act) => act switch
    {
        Act.Submit => "submitted",
        Act.Approve => "approved",
        Act.Return => "returned",
        Act.Withdraw => "withdrawn",
        Act.Reassign => "reassigned",
        Act.Extend => "extended",
        Act.Revise => "revised",
        Act.Amend => "amended",
        Act.Sign => "signed",
        Act.Issue => "issued",
        Act.Stop => "stopped",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Entry Plain(ReportId report, string what, Domain.People.PersonId by, DateTimeOffset at) =>
        new() { Report = report, Number = 0, At = at, What = what, By = by, Previous = "", Hash = "" };

    private static IEnumerable<Notice> Told(Circulation before, Circulation after, Ruling ruling)
    {
        var decision = ruling.Decision;
        var kind = decision switch { Return => NoticeKind.Returned, Withdraw => NoticeKind.TakenBack, Revise => NoticeKind.Revised, Sign => NoticeKind.Signed, Issue => NoticeKind.Issued, _ => (NoticeKind?)null };
        IReadOnlyList<Assignee> concerned = decision switch
        {
            Withdraw => [.. before.Open.Select(open => open.Assignee)],
            Return or Revise => [.. before.Contributions.Select(contribution => Assignee.Holders(contribution.Unit, Domain.People.Role.Head))],
            _ => [],
        };

        var told = Assigned(decision.Id, before, after, decision.At, decision.By);

        return kind is { } what && (concerned.Count > 0 || decision is Sign or Issue)
            ? told.Append(Notice.About(decision.Id, what, after.Report, after.Section, concerned, decision.At, decision.By, decision is Withdraw ? before.Current?.Kind : concerned.Count > 0 ? StageKind.Draft : null))
            : told;
    }

    /// <summary>Whoever is asked now and was not before.</summary>
    private static IEnumerable<Notice> Assigned(DecisionId cause, Circulation? before, Circulation after, DateTimeOffset at, Domain.People.PersonId maker) =>
        from open in after.Open
        where before is null || !before.Assignments.Any(was => was.Id == open.Id && was.IsOpen && was.Assignee == open.Assignee)
        select Notice.About(cause, NoticeKind.Assigned, after.Report, after.Section, [open.Assignee], at, maker, after.Current?.Kind);
}
