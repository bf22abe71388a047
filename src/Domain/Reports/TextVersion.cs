using Domain.People;

namespace Domain.Reports;

/// <summary>An immutable text, numbered in its stream and kept in the blob store under its SHA-256 (phiên bản).</summary>
public sealed record TextVersion
{
    /// <summary>From 1 in each stream.</summary>
    public required int Number { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>In bytes of UTF-8.</summary>
    public required int Length { get; init; }

    /// <summary>Everyone who wrote or submitted it, or a text that it was made of. None of them may approve it.</summary>
    public required IReadOnlyList<PersonId> Hands { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool IsBy(PersonId person) => Hands.Contains(person);
}

/// <summary>Which text of a report: one drafting unit's in one section, the section's own (unit null), or the report's (both null). Versions are numbered in each.</summary>
public readonly record struct TextId(SectionId? Section, UnitId? Unit);

/// <summary>What one drafting unit gives to a section (bản thảo đơn vị).</summary>
/// <param name="Text">The version last submitted; null until there is one.</param>
public sealed record Contribution(UnitId Unit, TextVersion? Text = null);
