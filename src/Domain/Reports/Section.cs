using System.Text.Json.Serialization;
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

    /// <summary>To whom its text is open besides those who work on it; null for whoever may read the report.</summary>
    public Audience? OnlyFor { get; init; }

    /// <summary>Stands in the place of a section that is kept from the reader.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWithheld { get; init; }

    public bool IsLeaf => Units.Count > 0;

    /// <summary>What a reader gets instead who may not read it: that something stands here, and nothing of it.</summary>
    internal Section Withheld() => new() { Id = Id, Level = Level, Heading = Level == OutlineLevel.Plain ? null : ManuscriptSection.WithheldMark, IsWithheld = true };
}
