using System.Security.Cryptography;
using Domain.People;

namespace Domain.Routes;

/// <summary>Who is asked: a unit's holders of a role, or one person.</summary>
/// <param name="Unit">The drafting unit or the Office; null where only a person is asked.</param>
/// <param name="Role">What one must hold in the unit; null where a person is asked.</param>
/// <param name="Person">Null where whoever holds the role may act.</param>
public sealed record Assignee(UnitId? Unit, Role? Role, PersonId? Person)
{
    public static Assignee Holders(UnitId unit, Role role) => new(unit, role, null);

    public static Assignee One(PersonId person) => new(null, null, person);

    /// <summary>Those who may act of themselves; delegates come on top.</summary>
    public IReadOnlyList<PersonId> People(Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return Person is { } person
            ? roster.Find(person) is { IsActive: true } ? [person] : []
            : Unit is { } unit && Role is { } role ? [.. roster.Holders(role, unit).Select(holder => holder.Id)] : [];
    }
}

/// <summary>One unit or person asked to act at one visit of a stage, with a due time (việc được giao).</summary>
public sealed record Assignment
{
    public required AssignmentId Id { get; init; }

    public required StageKey Stage { get; init; }

    /// <summary>How many times the circulation has entered the stage, this visit included.</summary>
    public required int Round { get; init; }

    public required Assignee Assignee { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>It was here before and comes back after a return.</summary>
    public bool IsResubmitted => Round > 1;

    /// <summary>When it stopped being somebody's work; null while it is.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The decision that answered it; null while it waits, and where it fell away unanswered.</summary>
    public DecisionId? Answer { get; init; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>The same decision opens the same assignments, however often it is tried.</summary>
    public static AssignmentId IdFor(DecisionId cause, Guid circulation, int seat)
    {
        Span<byte> name = stackalloc byte[36];
        cause.Value.TryWriteBytes(name);
        circulation.TryWriteBytes(name[16..]);
        BitConverter.TryWriteBytes(name[32..], seat);

        return new(new Guid(SHA256.HashData(name).AsSpan(0, 16)));
    }
}
