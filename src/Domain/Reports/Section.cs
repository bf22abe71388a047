using Domain.People;

namespace Domain.Reports;

/// <summary>A node of the outline (mục). Leaf sections, those with drafting units, carry text.</summary>
public sealed record Section
{
    public required SectionId Id { get; init; }

    public required OutlineLevel Level { get; init; }

    /// <summary>Inline Markdown without a number; null at <see cref="OutlineLevel.Plain"/>.</summary>
    public string? Heading { get; init; }

    /// <summary>What the drafters are asked to write.</summary>
    public string Guidance { get; init; } = "";

    /// <summary>In the order in which their contributions are joined; empty for a node that only holds others.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];

    public FieldId? Field { get; init; }

    /// <summary>Working days for drafting; null for the stage's own.</summary>
    public int? Days { get; init; }

    /// <summary>The SHA-256 of last period's text; null where there was none.</summary>
    public string? LastText { get; init; }

    public bool IsLeaf => Units.Count > 0;
}
