using Domain.People;
using Domain.Reports;

namespace Domain.Routes;

public sealed partial record Circulation
{
    /// <summary>What keeps this person from submitting; null where nothing does.</summary>
    /// <param name="unit">The drafting unit at Draft; null at Consolidate.</param>
    public Refusal? MaySubmit(PersonId person, Roster roster, DateTimeOffset at, UnitId? unit)
    {
        if (Current is not { Kind: StageKind.Draft or StageKind.Consolidate } stage) return CirculationRefusals.WrongStage(this, Act.Submit);
        if (stage.Kind == StageKind.Draft && (unit is not { } named || ContributionOf(named) is null)) return CirculationRefusals.NotADraftingUnit;
        if (stage.Kind == StageKind.Consolidate && unit is not null) return CirculationRefusals.WrongStage(this, Act.Submit);
        if (unit is not null && !Open.Any(assignment => assignment.Assignee.Unit == unit)) return CirculationRefusals.AlreadySubmitted;
        if (SeatOf(person, roster, at, unit) is null) return CirculationRefusals.NotYours(this, person, roster, at, unit);

        var unanswered = Threads.Count(thread => thread is { MustAnswer: true, IsAnswered: false, IsClosed: false } && (unit is null || thread.Unit is null || thread.Unit == unit));

        return unanswered > 0 ? CirculationRefusals.Unanswered(unanswered) : null;
    }

    public Outcome<Ruling> Decide(Submit submit, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(submit);

        if (MaySubmit(submit.By, roster, submit.At, submit.Unit) is { } refusal) return refusal;
        if (Current is not { } stage || SeatOf(submit.By, roster, submit.At, submit.Unit) is not { } seat) return CirculationRefusals.NotYours(this, submit.By, roster, submit.At, submit.Unit);

        var made = submit with { OnBehalfOf = seat.OnBehalfOf };

        return stage.Kind == StageKind.Draft ? SubmitContribution(made, stage, seat) : SubmitText(made, stage, seat);
    }

    private Outcome<Ruling> SubmitContribution(Submit submit, Stage stage, Seat seat)
    {
        if (submit is not { Unit: { } unit, Text: { Length: > 0 } text, Joined: { } joined }) return CirculationRefusals.NothingWritten;

        var before = ContributionOf(unit)?.Text;
        var version = new TextVersion
        {
            Number = (before?.Number ?? 0) + 1,
            Sha256 = text.Sha256,
            Length = text.Length,
            Hands = Merge(before?.Hands, text.Writers, Makers(submit)),
            At = submit.At,
        };
        var contributions = Contributions.Select(contribution => contribution.Unit == unit ? contribution with { Text = version } : contribution).ToList();
        var next = Answered(submit, seat, unit, version.Number) with { Contributions = contributions };

        // A unit that was not asked again still stands by what it gave.
        if (contributions.Any(contribution => contribution.Text is null) || next.Open.Any()) return new Ruling(next, submit, new Move.Stay());

        var whole = new TextVersion
        {
            Number = (Text?.Number ?? 0) + 1,
            Sha256 = joined.Sha256,
            Length = joined.Length,
            Hands = Merge(Text?.Hands, [.. contributions.SelectMany(contribution => contribution.Text?.Hands ?? [])]),
            At = submit.At,
        };

        return new Ruling(next with { Text = whole }, submit, new Move.Forward());
    }

    private Outcome<Ruling> SubmitText(Submit submit, Stage stage, Seat seat)
    {
        if (Text is not { } text) return CirculationRefusals.NothingWritten;
        if (submit.Version != text.Number) return CirculationRefusals.Stale(text.Number);

        var next = Answered(submit, seat, null, text.Number) with { Text = text with { Hands = Merge(text.Hands, Makers(submit)) } };

        return next.Passed(submit, stage);
    }

    private static IReadOnlyList<PersonId> Makers(Decision decision) => decision.OnBehalfOf is { } principal ? [decision.By, principal] : [decision.By];

    private static IReadOnlyList<PersonId> Merge(params IReadOnlyList<PersonId>?[] hands) => [.. hands.SelectMany(some => some ?? []).Distinct()];

    /// <summary>The assignment is answered and the approval stands.</summary>
    private Circulation Answered(Decision decision, Seat seat, UnitId? unit, int version) => Replaced(seat.Assignment with { ClosedAt = decision.At, Answer = decision.Id }) with
    {
        CameFrom = null,
        Approvals =
        [
            .. Approvals.Where(approval => approval.Assignment != seat.Assignment.Id && (unit is null || approval.Unit != unit || approval.Stage != seat.Assignment.Stage)),
            new Approval(decision.Id, seat.Assignment.Stage, seat.Assignment.Id, decision.By, decision.OnBehalfOf, unit, version, decision.At),
        ],
    };

    /// <summary>Goes forward if enough of those asked agree; what the others were asked falls away with it.</summary>
    private Outcome<Ruling> Passed(Decision decision, Stage stage) => stage.Quorum.IsMet(Standing(stage).Count, Assignments.Count)
        ? new Ruling(Closed(decision.At), decision, new Move.Forward())
        : new Ruling(this, decision, new Move.Stay());

    internal Circulation Closed(DateTimeOffset at) => Open.Aggregate(this, (circulation, open) => circulation.Replaced(open with { ClosedAt = at }));

    private Circulation Replaced(Assignment assignment) => this with
    {
        Visits =
        [
            .. Visits.Select(visit => visit.Stage == assignment.Stage
                ? visit with { Assignments = [.. visit.Assignments.Select(one => one.Id == assignment.Id ? assignment : one)] }
                : visit),
        ],
    };
}
