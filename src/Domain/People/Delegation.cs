using Domain.Routes;

namespace Domain.People;

/// <summary>In which capacity somebody signs for the head (Decree 30/2020/NĐ-CP, article 13 and appendix I, II.7.b).</summary>
public enum Capacity
{
    /// <summary>KT.: a deputy for the head.</summary>
    Deputising,

    /// <summary>TUQ.: by written authorisation, limited in time and matter; it cannot be passed on (article 13.3).</summary>
    Authorised,
}

/// <summary>One person does chosen kinds of work for another between two moments (ủy quyền, ký thay).</summary>
public sealed record Delegation
{
    public required DelegationId Id { get; init; }

    public required PersonId From { get; init; }

    public required PersonId To { get; init; }

    public required Capacity Capacity { get; init; }

    /// <summary>What is handed over: whatever is done at stages of these kinds. The rest stays with whoever delegates.</summary>
    public required IReadOnlyList<StageKind> Kinds { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The first moment at which it no longer holds.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The written authorisation or the absence that it rests on.</summary>
    public required string Ground { get; init; }

    /// <summary>The assistant who prepared it, for as long as whoever delegates has not confirmed it: until then it does not hold.</summary>
    public PersonId? PreparedBy { get; init; }

    /// <summary>Everything that can be handed over.</summary>
    public static IReadOnlyList<StageKind> AllKinds { get; } = Enum.GetValues<StageKind>();

    public bool Holds(DateTimeOffset at) => PreparedBy is null && StartsAt <= at && at < EndsAt;

    /// <param name="work">Null for all that somebody does, whatever its kind.</param>
    public bool Covers(StageKind? work) => work is { } kind ? Kinds.Contains(kind) : AllKinds.All(Kinds.Contains);

    /// <summary>Whether both say the same, the kinds in whatever order.</summary>
    public bool IsSameAs(Delegation other)
    {
        ArgumentNullException.ThrowIfNull(other);

        return this == other with { Kinds = Kinds } && Kinds.ToHashSet().SetEquals(other.Kinds);
    }

    /// <summary>Makes a delegation, or says what is wrong with it.</summary>
    public static Outcome<Delegation> Make(Delegation delegation, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        ArgumentNullException.ThrowIfNull(roster);

        if (delegation.From == delegation.To) return DelegationRefusals.ToOneself;
        if (delegation.EndsAt <= delegation.StartsAt) return DelegationRefusals.EndsBeforeItStarts;
        if (string.IsNullOrWhiteSpace(delegation.Ground)) return DelegationRefusals.WithoutGround;
        if (delegation.Kinds.Count == 0 || !delegation.Kinds.All(Enum.IsDefined)) return DelegationRefusals.WithoutKinds;
        if (roster.Find(delegation.From) is not { IsActive: true } from || roster.Find(delegation.To) is not { IsActive: true } to) return DelegationRefusals.UnknownPerson;

        // Only a deputy signs KT.; for anyone else the law knows TUQ. alone.
        return from.Holds(Role.Chairman) && delegation.Capacity == Capacity.Deputising && !to.Holds(Role.ViceChair)
            ? DelegationRefusals.NotADeputy
            : delegation with { Kinds = [.. delegation.Kinds.Distinct().Order()] };
    }

    /// <summary>Whoever delegates makes their own what an assistant prepared.</summary>
    public Outcome<Delegation> Confirm(DateTimeOffset at) =>
        PreparedBy is null ? DelegationRefusals.Confirmed
        : EndsAt <= at || EndsAt <= StartsAt ? DelegationRefusals.Ended
        : this with { PreparedBy = null };

    /// <summary>Lets it hold no longer from that moment; one that has not begun never holds.</summary>
    public Outcome<Delegation> End(DateTimeOffset at) =>
        EndsAt <= at || EndsAt <= StartsAt ? DelegationRefusals.Ended : this with { EndsAt = at < StartsAt ? StartsAt : at };
}

public static class DelegationRefusals
{
    public static Refusal ToOneself { get; } = new(RefusalKind.Invalid, "delegation-to-oneself",
        new("Không thể ủy quyền cho chính mình. Hãy chọn người khác.", "You cannot delegate to yourself. Choose someone else."));

    public static Refusal EndsBeforeItStarts { get; } = new(RefusalKind.Invalid, "delegation-dates",
        new("Thời điểm kết thúc ủy quyền phải sau thời điểm bắt đầu.", "A delegation must end after it starts."));

    public static Refusal WithoutGround { get; } = new(RefusalKind.Invalid, "delegation-ground",
        new("Hãy ghi căn cứ ủy quyền (văn bản ủy quyền hoặc lý do vắng mặt).", "State the ground of the delegation: the written authorisation or the absence."));

    public static Refusal WithoutKinds { get; } = new(RefusalKind.Invalid, "delegation-kinds",
        new("Hãy chọn ít nhất một loại việc được ủy quyền.", "Choose at least one kind of work to delegate."));

    public static Refusal Ended { get; } = new(RefusalKind.Conflict, "delegation-ended",
        new("Ủy quyền này đã kết thúc.", "That delegation has ended already."));

    public static Refusal Confirmed { get; } = new(RefusalKind.Conflict, "delegation-confirmed",
        new("Ủy quyền này đã được xác nhận.", "That delegation is confirmed already."));

    public static Refusal UnknownPerson { get; } = new(RefusalKind.NotFound, "delegation-person",
        new("Người ủy quyền hoặc người được ủy quyền không có trong cơ quan.", "One of the two people is not in the agency."));

    public static Refusal NotADeputy { get; } = new(RefusalKind.Invalid, "delegation-not-a-deputy",
        new("Chỉ cấp phó mới được ký thay (KT.) người đứng đầu. Người khác phải được ủy quyền bằng văn bản (TUQ.).",
            "Only a deputy may sign in the head's place (KT.). Anyone else needs a written authorisation (TUQ.)."));
}
