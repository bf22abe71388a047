using System.Text.Json.Serialization;
using Domain.People;
using Domain.Reports;

namespace Domain.Routes;

/// <summary>
/// One section, or the report itself, on its way along the stages of one version of a route (lưu chuyển).
/// Immutable: each decision yields the next one, or a refusal.
/// </summary>
public sealed partial record Circulation
{
    /// <summary>The value of <see cref="At"/> while a report waits for its sections.</summary>
    public const int Waiting = -1;

    public required ReportId Report { get; init; }

    /// <summary>Null for the report's own circulation.</summary>
    public SectionId? Section { get; init; }

    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>The place in <see cref="Stages"/>; their count once the last is passed, <see cref="Waiting"/> before the first.</summary>
    public required int At { get; init; }

    public FieldId? Field { get; init; }

    /// <summary>Working days for drafting; null for the stage's own.</summary>
    public int? DraftDays { get; init; }

    /// <summary>What the drafting units gave, in the order in which it is joined; empty for a report.</summary>
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>The section's, or the report's, own current text; null until there is one.</summary>
    public TextVersion? Text { get; init; }

    /// <summary>The latest visit of each stage that was ever entered.</summary>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <summary>The forward decisions that stand: each for the version it names.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    public IReadOnlyList<ThreadState> Threads { get; init; } = [];

    /// <summary>The stage whose passing led here and may still be withdrawn; null after a return, a revision, or once somebody acted here.</summary>
    public StageKey? CameFrom { get; init; }

    /// <summary>Its report was stopped: it stays where it was, and nothing is open any more.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The stage that it is at; null before the first and after the last.</summary>
    [JsonIgnore]
    public Stage? Place => Stages.ElementAtOrDefault(At);

    /// <summary>The stage at which somebody is asked; null where nobody is.</summary>
    [JsonIgnore]
    public Stage? Current => IsStopped ? null : Place;

    [JsonIgnore]
    public bool IsPassed => At == Stages.Count;

    [JsonIgnore]
    public bool IsWaiting => At == Waiting;

    /// <summary>The assignments of the visit that goes on, answered ones among them.</summary>
    [JsonIgnore]
    public IReadOnlyList<Assignment> Assignments => Current is { } stage ? VisitOf(stage.Key)?.Assignments ?? [] : [];

    [JsonIgnore]
    public IEnumerable<Assignment> Open => Assignments.Where(assignment => assignment.IsOpen);

    public Visit? VisitOf(StageKey stage) => Visits.FirstOrDefault(visit => visit.Stage == stage);

    public Contribution? ContributionOf(UnitId unit) => Contributions.FirstOrDefault(contribution => contribution.Unit == unit);

    /// <summary>What the key names here, or null.</summary>
    public Stage? StageOf(StageKey key) => Stages.FirstOrDefault(stage => stage.Key == key);

    public int PlaceOf(StageKey key) => Stages.TakeWhile(stage => stage.Key != key).Count();

    /// <summary>The approvals of a stage that stand for what is now written.</summary>
    public IReadOnlyList<Approval> Standing(Stage stage) =>
    [
        .. Approvals.Where(approval => approval.Stage == stage.Key
            && approval.Version == (approval.Unit is { } unit ? ContributionOf(unit)?.Text?.Number : Text?.Number)),
    ];

    /// <summary>Who may act now, for whom, and who else: the same answer for a rule and for a page.</summary>
    public IReadOnlyList<PersonId> Deciders(Roster roster, DateTimeOffset at, UnitId? unit = null)
    {
        ArgumentNullException.ThrowIfNull(roster);

        var direct = Open.Where(assignment => unit is null || assignment.Assignee.Unit == unit).SelectMany(assignment => assignment.Assignee.People(roster)).ToList();

        return Current is { } stage ? [.. direct.Concat(direct.SelectMany(person => roster.Delegates(person, stage.Kind, at))).Distinct()] : [];
    }

    /// <summary>The open assignment that this person would answer, of themself first and else for somebody who delegated this kind of work to them.</summary>
    public Seat? SeatOf(PersonId person, Roster roster, DateTimeOffset at, UnitId? unit = null)
    {
        ArgumentNullException.ThrowIfNull(roster);

        if (roster.Find(person) is not { IsActive: true } || Current is not { } stage) return null;

        var open = Open.Where(assignment => unit is null || assignment.Assignee.Unit == unit).ToList();
        if (open.FirstOrDefault(assignment => assignment.Assignee.People(roster).Contains(person)) is { } own) return new(own, null);

        foreach (var principal in roster.Principals(person, stage.Kind, at))
        {
            if (open.FirstOrDefault(assignment => assignment.Assignee.People(roster).Contains(principal)) is { } theirs) return new(theirs, principal);
        }

        return null;
    }

    /// <summary>Opens the stage for those whom its selector finds, or for those who had it before, if it comes back.</summary>
    /// <param name="units">At Draft the units that write; empty for all of the section's.</param>
    /// <param name="dueAfter">The due time of work that is given now and takes this many working days.</param>
    public Outcome<Circulation> Enter(int place, IReadOnlyList<UnitId> units, DecisionId cause, DateTimeOffset at, Roster roster, Func<int, DateTimeOffset> dueAfter)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(dueAfter);

        if (place < 0 || place >= Stages.Count) return this with { At = place };

        var stage = Stages[place];
        var before = VisitOf(stage.Key);
        IReadOnlyList<Assignee> asked = before is null ? Asked(stage, roster) : [.. before.Assignments.Select(assignment => assignment.Assignee)];

        // Somebody who has left since cannot take it back; then the selector is asked anew.
        if (asked.Count == 0 || asked.Any(assignee => assignee.People(roster).Count == 0)) asked = Asked(stage, roster);

        // The units that wrote before may have been a choice of them, so a return asks the section's own list.
        if (stage.Kind == StageKind.Draft)
            asked = [.. Asked(stage, roster).Where(assignee => units.Count == 0 || (assignee.Unit is { } unit && units.Contains(unit)))
                .Select(assignee => before?.Assignments.FirstOrDefault(earlier => earlier.Assignee.Unit == assignee.Unit)?.Assignee ?? assignee)];

        if (asked.Count == 0 || asked.Any(assignee => assignee.People(roster).Count == 0)) return CirculationRefusals.NobodyToAsk(stage);

        var round = (before?.Round ?? 0) + 1;
        var due = dueAfter(stage.Kind == StageKind.Draft ? DraftDays ?? stage.WorkingDays : stage.WorkingDays);
        var assignments = asked.Select((assignee, seat) => new Assignment
        {
            Id = Assignment.IdFor(cause, Section?.Value ?? Report.Value, seat),
            Stage = stage.Key,
            Round = round,
            Assignee = assignee,
            OpenedAt = at,
            DueAt = due,
        });

        return this with { At = place, Visits = [.. Visits.Where(visit => visit.Stage != stage.Key), new Visit(stage.Key, round, [.. assignments])] };
    }

    /// <summary>Follows a move to where the engine says that it leads.</summary>
    public Outcome<Circulation> Follow(Move move, int place, DecisionId cause, DateTimeOffset at, Roster roster, Func<int, DateTimeOffset> dueAfter)
    {
        var left = Current?.Key;

        return move switch
        {
            Move.Stay => this,
            Move.Undo undo => Undone(undo.To),
            Move.Wait => Closed(at) with { At = Waiting, CameFrom = null },
            Move.Back back => Enter(place, back.Units, cause, at, roster, dueAfter),
            Move.Forward => Enter(place, [], cause, at, roster, dueAfter).Then<Circulation>(next => next with { CameFrom = left }),
            _ => throw new NotSupportedException($"No such move: {move?.GetType().Name}"),
        };
    }

    private IReadOnlyList<Assignee> Asked(Stage stage, Roster roster) => stage.Asks(Contributions.Select(contribution => contribution.Unit), Field, roster);
}

/// <summary>The latest time that a circulation was at a stage.</summary>
public sealed record Visit(StageKey Stage, int Round, IReadOnlyList<Assignment> Assignments);

/// <summary>A forward decision that stands: submitted, approved, signed or issued.</summary>
/// <param name="Unit">The drafting unit whose contribution it stands for; null for the circulation's own text.</param>
/// <param name="Version">The version that its maker saw.</param>
public sealed record Approval(DecisionId Decision, StageKey Stage, AssignmentId Assignment, PersonId By, PersonId? OnBehalfOf, UnitId? Unit, int Version, DateTimeOffset At);

/// <summary>An assignment that somebody may answer, and the person for whom they would.</summary>
public sealed record Seat(Assignment Assignment, PersonId? OnBehalfOf);

/// <summary>What the rules know of a thread; its words are kept beside.</summary>
/// <param name="Unit">The drafting unit that has to answer; null for whoever has the text.</param>
/// <param name="MustAnswer">The text was returned since: it cannot be submitted again before an answer.</param>
public sealed record ThreadState(ThreadId Id, PersonId OpenedBy, UnitId? Unit, bool MustAnswer = false, bool IsAnswered = false, bool IsClosed = false);
