using Domain;
using Domain.Reports;

namespace Workflows.Templates;

/// <summary>Reads an existing report in Markdown as an outline with its texts.</summary>
public interface IOutlineReader
{
    Outcome<ReadReport> Read(string markdown);
}

/// <summary>What an existing report says of itself; what it does not say is null or empty.</summary>
public sealed record ReadReport
{
    public string? TypeName { get; init; }

    /// <summary>Inline Markdown; footnotes are <c>[^n]</c> with their texts in the section that holds the mark (for the abstract, in <see cref="AbstractNotes"/>).</summary>
    public string? Abstract { get; init; }

    /// <summary>Footnote definitions that belong to the abstract, as Markdown; empty where it has none.</summary>
    public string AbstractNotes { get; init; } = "";

    public int? Number { get; init; }

    public string? Symbol { get; init; }

    public string? Place { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The outline in reading order, with the texts; each section's footnotes are defined in its own text.</summary>
    public required IReadOnlyList<ManuscriptSection> Sections { get; init; }

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public IReadOnlyList<string> SignatureLines { get; init; } = [];

    public string? SignerName { get; init; }
}
