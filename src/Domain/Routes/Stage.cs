using System.Text.Json.Serialization;
using Domain.People;

namespace Domain.Routes;

/// <summary>What is done at a stage; it decides which acts are offered there.</summary>
public enum StageKind
{
    /// <summary>The drafting departments write and their heads submit. The first section stage, and only that.</summary>
    Draft,

    /// <summary>The section's text may be edited, and is submitted onwards.</summary>
    Consolidate,

    /// <summary>The text is read, and approved or returned.</summary>
    Review,

    /// <summary>The whole report is signed. The last report stage but one.</summary>
    Sign,

    /// <summary>The report is numbered, dated and sent. The last report stage.</summary>
    Issue,
}

/// <summary>A stage's name within its route, stable across the route's versions: "review".</summary>
[JsonConverter(typeof(StageKeyConverter))]
public readonly record struct StageKey(string Value)
{
    public override string ToString() => Value;
}

/// <summary>One step of a route (bước): who acts, how many of them must agree, and how long they have.</summary>
public sealed record Stage
{
    public required StageKey Key { get; init; }

    public required Words Name { get; init; }

    public required StageKind Kind { get; init; }

    public required Selector Selector { get; init; }

    public Quorum Quorum { get; init; } = Quorum.All;

    /// <summary>Working days that each assignment has, from 1. At Draft a section's own days go before it.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>The earlier stages that a return may name; null for any.</summary>
    public IReadOnlyList<StageKey>? ReturnsTo { get; init; }

    /// <summary>Whom it asks as things are now; empty where nobody is there to ask.</summary>
    /// <param name="units">The section's drafting units; none for the report as a whole.</param>
    public IReadOnlyList<Assignee> Asks(IEnumerable<UnitId> units, FieldId? ofField, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);

        return Selector switch
        {
            Selector.DraftingUnits => [.. units.Select(unit => Assignee.Holders(unit, Role.Head))],
            Selector.UnitHolding desk =>
            [
                .. roster.Holders(desk.Role)
                    .SelectMany(person => person.Positions.Where(position => position.Role == desk.Role))
                    .Select(position => position.Unit).Distinct().OrderBy(unit => unit.Value)
                    .Select(unit => Assignee.Holders(unit, desk.Role)),
            ],
            Selector.InChargeOfField => ofField is { } id && roster.Find(id)?.InCharge is { } person ? [Assignee.One(person)] : [],
            Selector.Holding holding => [.. roster.Holders(holding.Role).Select(person => Assignee.One(person.Id))],
            Selector.Named named => [.. named.People.Distinct().Select(Assignee.One)],
            var other => throw new NotSupportedException($"No such selector: {other.GetType().Name}"),
        };
    }
}

/// <summary>How many of those asked must agree before the stage is passed.</summary>
/// <param name="AtLeast">From 1; null where all must. One is "any of them".</param>
public sealed record Quorum(int? AtLeast)
{
    public static Quorum All { get; } = new((int?)null);

    public static Quorum Any { get; } = new(1);

    public bool IsMet(int agreed, int asked) => agreed >= Math.Min(AtLeast ?? asked, asked);
}

/// <summary>Whom a stage asks. It is resolved when the stage is entered, not when the route is made.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "who")]
[JsonDerivedType(typeof(DraftingUnits), "drafting-units")]
[JsonDerivedType(typeof(UnitHolding), "unit-holding")]
[JsonDerivedType(typeof(InChargeOfField), "in-charge-of-field")]
[JsonDerivedType(typeof(Holding), "holding")]
[JsonDerivedType(typeof(Named), "named")]
public abstract record Selector
{
    /// <summary>Each of the section's drafting units, through its head.</summary>
    public sealed record DraftingUnits : Selector;

    /// <summary>Every unit that has a holder of the role, as one desk: whoever is there takes it.</summary>
    public sealed record UnitHolding(Role Role) : Selector;

    /// <summary>The vice-chair in charge of the section's field.</summary>
    public sealed record InChargeOfField : Selector;

    /// <summary>Each holder of the role, by name.</summary>
    public sealed record Holding(Role Role) : Selector;

    /// <summary>These people.</summary>
    public sealed record Named(IReadOnlyList<PersonId> People) : Selector;
}
