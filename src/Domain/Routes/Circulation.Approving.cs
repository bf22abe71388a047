using Domain.People;

namespace Domain.Routes;

public sealed partial record Circulation
{
    /// <summary>What keeps this person from approving; null where nothing does.</summary>
    public Refusal? MayApprove(PersonId person, Roster roster, DateTimeOffset at) => MayAgree(StageKind.Review, Act.Approve, person, roster, at);

    /// <summary>What keeps this person from signing; null where nothing does.</summary>
    public Refusal? MaySign(PersonId person, Roster roster, DateTimeOffset at) => MayAgree(StageKind.Sign, Act.Sign, person, roster, at);

    /// <summary>What keeps this person from issuing; null where nothing does.</summary>
    public Refusal? MayIssue(PersonId person, Roster roster, DateTimeOffset at) =>
        Current is not { Kind: StageKind.Issue } ? CirculationRefusals.WrongStage(this, Act.Issue)
        : SeatOf(person, roster, at) is null ? CirculationRefusals.NotYours(this, person, roster, at)
        : null;

    public Outcome<Ruling> Decide(Approve approve, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(approve);

        return MayApprove(approve.By, roster, approve.At) is { } refusal ? refusal : Agree(approve, approve.Version, roster);
    }

    public Outcome<Ruling> Decide(Sign sign, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(sign);

        return MaySign(sign.By, roster, sign.At) is { } refusal ? refusal : Agree(sign, sign.Version, roster);
    }

    public Outcome<Ruling> Decide(Issue issue, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(issue);

        return MayIssue(issue.By, roster, issue.At) is { } refusal ? refusal : Agree(issue, issue.Version, roster);
    }

    // Four eyes: whoever wrote or submitted the text does not approve it, neither as a delegate nor through one.
    private Refusal? MayAgree(StageKind kind, Act act, PersonId person, Roster roster, DateTimeOffset at)
    {
        if (Current?.Kind != kind) return CirculationRefusals.WrongStage(this, act);
        if (SeatOf(person, roster, at) is not { } seat) return CirculationRefusals.NotYours(this, person, roster, at);

        return Text is { } text && (text.IsBy(person) || (seat.OnBehalfOf is { } principal && text.IsBy(principal)))
            ? CirculationRefusals.OwnText([.. Deciders(roster, at).Where(decider => !text.IsBy(decider))])
            : null;
    }

    private Outcome<Ruling> Agree(Decision decision, int version, Roster roster)
    {
        if (Current is not { } stage || SeatOf(decision.By, roster, decision.At) is not { } seat) return CirculationRefusals.NotYours(this, decision.By, roster, decision.At);
        if (Text is not { } text) return CirculationRefusals.NothingWritten;
        if (version != text.Number) return CirculationRefusals.Stale(text.Number);

        var made = decision with { OnBehalfOf = seat.OnBehalfOf };

        return Answered(made, seat, null, version).Passed(made, stage);
    }
}
