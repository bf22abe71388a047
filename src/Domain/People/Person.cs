namespace Domain.People;

/// <summary>What a position lets its holder do.</summary>
public enum Role
{
    /// <summary>Chuyên viên: writes for the unit.</summary>
    Drafter,

    /// <summary>Trưởng đơn vị: submits for the unit and answers for the content (Decree 30/2020/NĐ-CP, article 12.1).</summary>
    Head,

    /// <summary>Tổng hợp: the Office's hand that brings contributions together and answers for the form (article 12.2).</summary>
    Consolidator,

    /// <summary>Phó chủ tịch: reviews the fields in their charge.</summary>
    ViceChair,

    /// <summary>Chủ tịch: signs.</summary>
    Chairman,

    /// <summary>Văn thư: numbers and issues.</summary>
    Clerk,

    /// <summary>Quản trị: keeps people, units, templates and routes.</summary>
    Administrator,
}

/// <summary>A post that a person holds in a unit (chức vụ).</summary>
/// <param name="Title">As it stands under a signature, in a sentence's case: "Phó Chủ tịch".</param>
/// <param name="IsActing">Put in the head's place without being one: signs as "Q." (appendix I, II.7.b).</param>
public sealed record Position(UnitId Unit, Role Role, string Title, bool IsActing = false);

/// <summary>Somebody who works in the agency.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }

    /// <summary>Without academic titles (appendix I, II.7.c).</summary>
    public required string Name { get; init; }

    public required string Email { get; init; }

    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>Those who prepare things for them (giúp việc): secretaries, officers. They decide nothing.</summary>
    public IReadOnlyList<PersonId> Assistants { get; init; } = [];

    /// <summary>False once they have left: they may do nothing, and what they did keeps their name.</summary>
    public bool IsActive { get; init; } = true;

    public bool Holds(Role role) => IsActive && Positions.Any(position => position.Role == role);

    public bool Holds(Role role, UnitId unit) => IsActive && Positions.Any(position => position.Role == role && position.Unit == unit);

    public bool IsIn(UnitId unit) => IsActive && Positions.Any(position => position.Unit == unit);
}
