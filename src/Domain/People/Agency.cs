namespace Domain.People;

/// <summary>The body that issues reports (cơ quan), as its letterhead and its register need it.</summary>
public sealed record Agency
{
    public required AgencyId Id { get; init; }

    /// <summary>"Ủy ban nhân dân huyện Tân Hòa".</summary>
    public required string Name { get; init; }

    /// <summary>The name as the letterhead breaks it: ["Ủy ban nhân dân", "Huyện Tân Hòa"].</summary>
    public required IReadOnlyList<string> NameLines { get; init; }

    /// <summary>The superior agency's lines; empty for a People's Committee, which has none above its name.</summary>
    public IReadOnlyList<string> Superior { get; init; } = [];

    /// <summary>Địa danh (Decree 30/2020/NĐ-CP, appendix I, II.4).</summary>
    public required string Place { get; init; }

    /// <summary>The abbreviation in the symbol of its documents: "UBND" in "BC-UBND".</summary>
    public required string Abbreviation { get; init; }

    /// <summary>The collective that its head signs for, "Ủy ban nhân dân"; null where the head signs alone (article 13.1 and 13.2).</summary>
    public string? Collective { get; init; }

    /// <summary>The series that all its document types share; null where each type counts for itself (article 15.1).</summary>
    public string? SharedSeries { get; init; }

    /// <summary>The series in the register that documents of a type are numbered in.</summary>
    public string SeriesOf(string typeSymbol) => SharedSeries ?? typeSymbol;
}

/// <summary>A department, the Office or the leadership (đơn vị).</summary>
/// <param name="Abbreviation">As after "Lưu: VT," in the recipients.</param>
/// <param name="Parent">The unit above; null at the top of the agency's tree.</param>
/// <param name="IsClosed">It takes no more work and no more people, and what it did keeps its name.</param>
public sealed record Unit(UnitId Id, string Name, string Abbreviation, UnitId? Parent, bool IsClosed = false);

/// <summary>A policy area (lĩnh vực) and the vice-chair in charge of it.</summary>
public sealed record Field(FieldId Id, string Name, PersonId? InCharge);
