namespace Domain.People;

/// <summary>In which capacity somebody signs for the head (Decree 30/2020/NĐ-CP, article 13 and appendix I, II.7.b).</summary>
public enum Capacity
{
    /// <summary>KT.: a deputy for the head.</summary>
    Deputising,

    /// <summary>TUQ.: by written authorisation, limited in time and matter; it cannot be passed on (article 13.3).</summary>
    Authorised,
}

/// <summary>One person acts for another between two moments (ủy quyền, ký thay).</summary>
public sealed record Delegation
{
    public required DelegationId Id { get; init; }

    public required PersonId From { get; init; }

    public required PersonId To { get; init; }

    public required Capacity Capacity { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The first moment at which it no longer holds.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The written authorisation or the absence that it rests on.</summary>
    public required string Ground { get; init; }

    public bool Holds(DateTimeOffset at) => StartsAt <= at && at < EndsAt;

    /// <summary>Makes a delegation, or says what is wrong with it.</summary>
    public static Outcome<Delegation> Make(Delegation delegation, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        ArgumentNullException.ThrowIfNull(roster);

        if (delegation.From == delegation.To) return DelegationRefusals.ToOneself;
        if (delegation.EndsAt <= delegation.StartsAt) return DelegationRefusals.EndsBeforeItStarts;
        if (string.IsNullOrWhiteSpace(delegation.Ground)) return DelegationRefusals.WithoutGround;
        if (roster.Find(delegation.From) is not { IsActive: true } from || roster.Find(delegation.To) is not { IsActive: true } to) return DelegationRefusals.UnknownPerson;

        // Only a deputy signs KT.; for anyone else the law knows TUQ. alone.
        return from.Holds(Role.Chairman) && delegation.Capacity == Capacity.Deputising && !to.Holds(Role.ViceChair)
            ? DelegationRefusals.NotADeputy
            : delegation;
    }

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

    public static Refusal Ended { get; } = new(RefusalKind.Conflict, "delegation-ended",
        new("Ủy quyền này đã kết thúc.", "That delegation has ended already."));

    public static Refusal UnknownPerson { get; } = new(RefusalKind.NotFound, "delegation-person",
        new("Người ủy quyền hoặc người được ủy quyền không có trong cơ quan.", "One of the two people is not in the agency."));

    public static Refusal NotADeputy { get; } = new(RefusalKind.Invalid, "delegation-not-a-deputy",
        new("Chỉ cấp phó mới được ký thay (KT.) người đứng đầu. Người khác phải được ủy quyền bằng văn bản (TUQ.).",
            "Only a deputy may sign in the head's place (KT.). Anyone else needs a written authorisation (TUQ.)."));
}
