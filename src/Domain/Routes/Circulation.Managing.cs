using Domain.People;
using Domain.Reports;

namespace Domain.Routes;

public sealed partial record Circulation
{
    /// <summary>What keeps this person from passing an assignment on; null where nothing does.</summary>
    public Refusal? MayReassign(PersonId person, AssignmentId assignment, Roster roster, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(roster);

        if (Open.FirstOrDefault(open => open.Id == assignment) is not { } mine) return CirculationRefusals.NotOpen;

        return mine.Assignee.People(roster).Contains(person) ? null : MayCoordinate(person, roster);
    }

    /// <summary>The people to whom an assignment may be passed on.</summary>
    public IReadOnlyList<Person> Successors(AssignmentId assignment, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return Current is { } stage && Open.FirstOrDefault(open => open.Id == assignment) is { } open
            ? [.. roster.People.Where(person => person.IsActive && Suits(person, open, stage) && !Assignments.Any(one => one.Assignee.Person == person.Id)).OrderBy(person => person.Name, StringComparer.Ordinal)]
            : [];
    }

    public Outcome<Ruling> Decide(Reassign reassign, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(reassign);
        ArgumentNullException.ThrowIfNull(roster);

        if (MayReassign(reassign.By, reassign.Assignment, roster, reassign.At) is { } refusal) return refusal;
        if (Open.FirstOrDefault(open => open.Id == reassign.Assignment) is not { } assignment || Current is not { } stage) return CirculationRefusals.NotOpen;
        if (string.IsNullOrWhiteSpace(reassign.Reason)) return CirculationRefusals.WithoutReason;
        if (roster.Find(reassign.To) is not { IsActive: true } to || !Suits(to, assignment, stage)) return CirculationRefusals.UnsuitedPerson;
        if (Assignments.Any(one => one.Id != assignment.Id && one.Assignee.Person == reassign.To)) return CirculationRefusals.AskedAlready;

        return new Ruling(Replaced(assignment with { Assignee = assignment.Assignee with { Person = reassign.To } }), reassign, new Move.Stay());
    }

    /// <summary>What keeps this person from moving a due time; null where nothing does.</summary>
    public Refusal? MayExtend(PersonId person, AssignmentId assignment, Roster roster) =>
        Open.Any(open => open.Id == assignment) ? MayCoordinate(person, roster) : CirculationRefusals.NotOpen;

    public Outcome<Ruling> Decide(Extend extend, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(extend);

        if (MayExtend(extend.By, extend.Assignment, roster) is { } refusal) return refusal;
        if (Open.FirstOrDefault(open => open.Id == extend.Assignment) is not { } assignment) return CirculationRefusals.NotOpen;
        if (string.IsNullOrWhiteSpace(extend.Reason)) return CirculationRefusals.WithoutReason;

        return extend.DueAt <= assignment.DueAt
            ? CirculationRefusals.NotLater
            : new Ruling(Replaced(assignment with { DueAt = extend.DueAt }), extend, new Move.Stay());
    }

    /// <summary>What keeps this person from editing the section's text; null where nothing does.</summary>
    public Refusal? MayRevise(PersonId person, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);

        if (IsStopped || Section is null || Text is null || DeskBefore() is not { } desk || VisitOf(desk.Key) is not { } visit) return CirculationRefusals.WrongStage(this, Act.Revise);

        IReadOnlyList<PersonId> editors = [.. visit.Assignments.SelectMany(assignment => assignment.Assignee.People(roster)).Distinct()];

        return editors.Contains(person) ? null : CirculationRefusals.NotEditor(editors);
    }

    /// <summary>A new version by the Office. Where the text had gone on already, its approvals fall and it comes back to the desk; the rest of the report stays as it is.</summary>
    public Outcome<Ruling> Decide(Revise revise, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(revise);

        if (MayRevise(revise.By, roster) is { } refusal) return refusal;
        if (Text is not { } text || DeskBefore() is not { } desk) return CirculationRefusals.WrongStage(this, Act.Revise);
        if (revise.Version != text.Number) return CirculationRefusals.Stale(text.Number);
        if (revise.Text.Length == 0) return CirculationRefusals.NothingWritten;
        if (revise.Text.Sha256 == text.Sha256) return CirculationRefusals.NothingChanged;

        var version = new TextVersion
        {
            Number = text.Number + 1,
            Sha256 = revise.Text.Sha256,
            Length = revise.Text.Length,
            Hands = Merge(text.Hands, revise.Text.Writers, Makers(revise)),
            At = revise.At,
        };
        var fallen = Stages.Skip(PlaceOf(desk.Key)).Select(stage => stage.Key).ToHashSet();
        var next = this with { Text = version, CameFrom = null, Approvals = [.. Approvals.Where(approval => !fallen.Contains(approval.Stage))] };

        return Current == desk
            ? new Ruling(next.AskedAgain(), revise, new Move.Stay())
            : new Ruling(next.Closed(revise.At), revise, new Move.Back(desk.Key, []));
    }

    /// <summary>Its report is stopped: what was asked of people is asked no more.</summary>
    public Circulation Stopped(DateTimeOffset at) => Closed(at) with { IsStopped = true };

    /// <summary>What keeps this person from remarking on the text without deciding; null where nothing does.</summary>
    public Refusal? MayRemark(PersonId person, Roster roster, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return IsStopped ? CirculationRefusals.Stopped
            : roster.Find(person) is not { IsActive: true } ? CirculationRefusals.NotYours(this, person, roster, at)
            : Text is null ? CirculationRefusals.NothingWritten
            : null;
    }

    /// <summary>Somebody opens a thread without deciding: whoever sent the text here can no longer take it back unseen.</summary>
    public Outcome<Circulation> OpenThread(ThreadState thread)
    {
        ArgumentNullException.ThrowIfNull(thread);

        return Threads.Any(one => one.Id == thread.Id)
            ? CirculationRefusals.ThreadIdTaken
            : this with { Threads = [.. Threads, thread], CameFrom = null };
    }

    /// <summary>What keeps this person from answering a thread; null where nothing does.</summary>
    public Refusal? MayAnswer(PersonId person, ThreadId id, Roster roster, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(roster);

        if (Threads.FirstOrDefault(one => one.Id == id) is not { } thread) return CirculationRefusals.NoSuchThread;
        if (IsStopped) return CirculationRefusals.Stopped;
        if (thread.IsClosed) return CirculationRefusals.ThreadClosed;

        // What is said of a report as a whole is for the Office to answer.
        if (Section is null) return MayCoordinate(person, roster);
        if (Current is not { Kind: StageKind.Draft or StageKind.Consolidate } stage) return CirculationRefusals.WrongStage(this, Act.Submit);

        // Anyone of the unit prepares the answer; its head stands for it by submitting.
        var units = Open.Select(open => open.Assignee.Unit).Where(unit => stage.Kind != StageKind.Draft || thread.Unit is null || unit == thread.Unit).ToList();
        var may = SeatOf(person, roster, at) is not null || (roster.Find(person) is { } one && units.Any(unit => unit is { } held && one.IsIn(held)));

        return may ? null : CirculationRefusals.NotYours(this, person, roster, at, thread.Unit);
    }

    public Circulation Answer(ThreadId id) => Changed(id, thread => thread with { IsAnswered = true });

    /// <summary>What keeps this person from closing a thread; null where nothing does.</summary>
    public Refusal? MayClose(PersonId person, ThreadId id) =>
        Threads.FirstOrDefault(one => one.Id == id) is not { } thread ? CirculationRefusals.NoSuchThread
        : IsStopped ? CirculationRefusals.Stopped
        : thread.IsClosed ? CirculationRefusals.ThreadClosed
        : thread.OpenedBy != person ? CirculationRefusals.NotThreadAuthor(thread.OpenedBy)
        : null;

    public Circulation Close(ThreadId id) => Changed(id, thread => thread with { IsClosed = true });

    private Circulation Changed(ThreadId id, Func<ThreadState, ThreadState> change) =>
        this with { Threads = [.. Threads.Select(thread => thread.Id == id ? change(thread) : thread)] };

    /// <summary>What keeps this person from writing in a text that is not a version yet; null where nothing does.</summary>
    /// <param name="unit">The drafting unit whose contribution it is; null for the section's own text.</param>
    public Refusal? MayWrite(PersonId person, UnitId? unit, Roster roster, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(roster);

        if (unit is not { } drafting) return MayRevise(person, roster);
        if (ContributionOf(drafting) is null) return CirculationRefusals.NotADraftingUnit;
        if (Current is not { Kind: StageKind.Draft }) return CirculationRefusals.WrongStage(this, Act.Revise);
        if (!Open.Any(open => open.Assignee.Unit == drafting)) return CirculationRefusals.AlreadySubmitted;

        return SeatOf(person, roster, at, unit) is not null || (roster.Find(person)?.IsIn(drafting) ?? false)
            ? null
            : CirculationRefusals.NotYours(this, person, roster, at, unit);
    }

    /// <summary>The desk at or before the current stage, where the Office may edit.</summary>
    private Stage? DeskBefore() => Stages.Take(At + 1).LastOrDefault(stage => stage.Kind == StageKind.Consolidate);

    /// <summary>Those who had agreed at this stage to the text before are asked again.</summary>
    internal Circulation AskedAgain() => Assignments.Where(assignment => !assignment.IsOpen)
        .Aggregate(this, (circulation, assignment) => circulation.Replaced(assignment with { ClosedAt = null, Answer = null }));

    private static bool Suits(Person to, Assignment assignment, Stage stage) =>
        assignment.Assignee.Unit is { } unit ? to.IsIn(unit)
        : stage.Selector is Selector.Holding holding ? to.Holds(holding.Role) || to.Holds(Role.Chairman)
        : to.Holds(Role.ViceChair) || to.Holds(Role.Chairman);

    /// <summary>What keeps this person from what is for the Office to do; null where nothing does.</summary>
    internal static Refusal? MayCoordinate(PersonId person, Roster roster) =>
        Coordinators(roster) is var coordinators && coordinators.Contains(person) ? null : CirculationRefusals.NotCoordinator(coordinators);

    internal static IReadOnlyList<PersonId> Coordinators(Roster roster) =>
        [.. roster.Holders(Role.Consolidator).Concat(roster.Holders(Role.Administrator)).Select(person => person.Id).Distinct()];
}
