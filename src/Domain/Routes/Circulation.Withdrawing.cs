using Domain.People;

namespace Domain.Routes;

public sealed partial record Circulation
{
    /// <summary>The forward decision that this person may take back, or what is in the way.</summary>
    /// <param name="nextHasActed">For a passed circulation: whether whoever comes after it has acted.</param>
    public Outcome<Approval> MayWithdraw(PersonId person, bool nextHasActed)
    {
        if (IsStopped) return CirculationRefusals.Stopped;

        var last = Approvals.LastOrDefault(approval => approval.By == person);
        if (last is null) return CirculationRefusals.NothingToWithdraw;

        // What fell away unanswered at a quorum, and earlier visits, cannot be opened again.
        if (VisitOf(last.Stage)?.Assignments.Any(assignment => assignment.Id == last.Assignment) is not true) return CirculationRefusals.NothingToWithdraw;
        if (Current?.Key == last.Stage) return last;

        return CameFrom == last.Stage && !(IsPassed && nextHasActed) ? last : CirculationRefusals.AlreadyActedOn;
    }

    public Outcome<Ruling> Decide(Withdraw withdraw, bool nextHasActed)
    {
        ArgumentNullException.ThrowIfNull(withdraw);

        return MayWithdraw(withdraw.By, nextHasActed).Then<Ruling>(approval =>
        {
            var made = withdraw with { OnBehalfOf = approval.OnBehalfOf };
            var taken = this with { Approvals = [.. Approvals.Where(one => one.Decision != approval.Decision)] };

            return taken.Current?.Key == approval.Stage
                ? new Ruling(taken.Reopened(approval), made, new Move.Stay())
                : new Ruling(taken.Closed(withdraw.At), made, new Move.Undo(approval.Stage));
        });
    }

    /// <summary>The stage before, as it was but for the decision that was taken back. The visit that it led to is as if it had not been.</summary>
    public Circulation Undone(StageKey to)
    {
        var left = Current is { } stage ? VisitOf(stage.Key) : null;
        var visits = left is null ? Visits : [.. Visits.Where(visit => visit.Stage != left.Stage)];
        if (left is { Round: > 1 }) visits = [.. visits, left with { Round = left.Round - 1 }];

        var before = this with { At = PlaceOf(to), CameFrom = null, Visits = visits };
        var answered = before.Approvals.Select(approval => approval.Assignment).ToHashSet();

        // At a quorum the others were let go with the decision that is now taken back: they are asked again, too.
        return before.Assignments.Where(assignment => !answered.Contains(assignment.Id))
            .Aggregate(before, (circulation, assignment) => circulation.Replaced(assignment with { ClosedAt = null, Answer = null }));
    }

    private Circulation Reopened(Approval approval) =>
        Assignments.FirstOrDefault(assignment => assignment.Id == approval.Assignment) is { } mine
            ? Replaced(mine with { ClosedAt = null, Answer = null }) with { CameFrom = null }
            : this;
}
