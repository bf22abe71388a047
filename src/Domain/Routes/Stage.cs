using System.Text.Json.Serialization;

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
    public sealed record UnitHolding(People.Role Role) : Selector;

    /// <summary>The vice-chair in charge of the section's field.</summary>
    public sealed record InChargeOfField : Selector;

    /// <summary>Each holder of the role, by name.</summary>
    public sealed record Holding(People.Role Role) : Selector;

    /// <summary>These people.</summary>
    public sealed record Named(IReadOnlyList<People.PersonId> People) : Selector;
}
