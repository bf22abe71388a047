using System.Text.Json.Serialization;
using Domain.People;

namespace Domain.Routes;

public sealed partial record Circulation
{
    /// <summary>The stages of this circulation to which its current one may return.</summary>
    [JsonIgnore]
    public IReadOnlyList<Stage> ReturnTargets => Current is { } stage
        ? [.. Stages.Take(At).Where(earlier => stage.ReturnsTo is not { } allowed || allowed.Contains(earlier.Key))]
        : [];

    /// <summary>What keeps this person from returning the text; null where nothing does.</summary>
    public Refusal? MayReturn(PersonId person, Roster roster, DateTimeOffset at)
    {
        if (Current is null or { Kind: StageKind.Draft }) return CirculationRefusals.WrongStage(this, Act.Return);

        return SeatOf(person, roster, at) is null ? CirculationRefusals.NotYours(this, person, roster, at) : null;
    }

    /// <summary>A section's return to one of its own stages, or a report's to one of its own.</summary>
    public Outcome<Ruling> Decide(Return back, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(back);

        if (MayReturn(back.By, roster, back.At) is { } refusal) return refusal;
        if (Text is not { } text || SeatOf(back.By, roster, back.At) is not { } seat) return CirculationRefusals.NotYours(this, back.By, roster, back.At);
        if (back.Version != text.Number) return CirculationRefusals.Stale(text.Number);
        if (CheckRemarks(back.Remarks) is { } unsaid) return unsaid;
        if (back.Targets is not [{ Section: null } target] || !ReturnTargets.Any(stage => stage.Key == target.Stage)) return CirculationRefusals.NoSuchTarget;

        var made = back with { OnBehalfOf = seat.OnBehalfOf };
        var answered = Replaced(seat.Assignment with { ClosedAt = back.At, Answer = back.Id }).Closed(back.At);

        return answered.SentBack(target, back.Remarks, back.By)
            .Then<Ruling>(next => new Ruling(next, made, new Move.Back(target.Stage, target.Units)));
    }

    /// <summary>A report's stage sends this cleared section back.</summary>
    public Outcome<Circulation> SendBack(ReturnTarget target, IReadOnlyList<Remark> remarks, PersonId by)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(remarks);

        if (Section is null || !IsPassed || StageOf(target.Stage) is null) return CirculationRefusals.NoSuchTarget;

        return CheckRemarks(remarks) is { } unsaid ? unsaid : SentBack(target, remarks, by);
    }

    /// <summary>The seat is answered with a return, and nothing of the report's own approvals is left.</summary>
    internal Circulation Without(Seat seat, Decision decision) =>
        Replaced(seat.Assignment with { ClosedAt = decision.At, Answer = decision.Id }) with { Approvals = [] };

    private Outcome<Circulation> SentBack(ReturnTarget target, IReadOnlyList<Remark> remarks, PersonId by)
    {
        var place = PlaceOf(target.Stage);
        var isDraft = Stages[place].Kind == StageKind.Draft;

        if (isDraft ? target.Units.Any(unit => ContributionOf(unit) is null) : target.Units.Count > 0) return CirculationRefusals.NoSuchTarget;

        // A remark to a unit that does not get the text back would never be answered.
        var asked = target.Units.Count > 0 ? target.Units : [.. Contributions.Select(contribution => contribution.Unit)];
        if (remarks.Any(remark => remark.Unit is { } unit && (!isDraft || !asked.Contains(unit)))) return CirculationRefusals.RemarkToNobody;

        var fallen = Stages.Skip(place).Select(stage => stage.Key).ToHashSet();

        return this with
        {
            CameFrom = null,
            Approvals = [.. Approvals.Where(approval => !fallen.Contains(approval.Stage) || (approval.Unit is { } unit && !asked.Contains(unit)))],
            Threads =
            [
                .. Threads.Select(thread => thread with { MustAnswer = true }),
                .. remarks.Select(remark => new ThreadState(remark.Thread, by, remark.Unit, MustAnswer: true)),
            ],
        };
    }

    private Refusal? CheckRemarks(IReadOnlyList<Remark> remarks) =>
        remarks.Count == 0 || remarks.Any(remark => string.IsNullOrWhiteSpace(remark.Text)) ? CirculationRefusals.WithoutReason
        : remarks.DistinctBy(remark => remark.Thread).Count() != remarks.Count || remarks.Any(remark => Threads.Any(thread => thread.Id == remark.Thread)) ? CirculationRefusals.ThreadIdTaken
        : null;
}
