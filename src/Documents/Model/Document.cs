using Domain.Reports;

namespace Documents.Model;

/// <summary>A report ready to be printed: one model for every format.</summary>
public sealed record Document
{
    /// <summary>For the file's properties: type and abstract, without marks.</summary>
    public required string Title { get; init; }

    public required Letterhead Letterhead { get; init; }

    /// <summary>In capitals.</summary>
    public required string TypeName { get; init; }

    public required IReadOnlyList<Inline> Abstract { get; init; }

    /// <summary>Without closing marks.</summary>
    public required IReadOnlyList<string> Addressees { get; init; }

    /// <summary>Each with its closing ";" or ".".</summary>
    public required IReadOnlyList<IReadOnlyList<Inline>> Basis { get; init; }

    public required IReadOnlyList<Block> Body { get; init; }

    public required SignatureBlock Signature { get; init; }

    /// <summary>Without dashes or closing marks.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>In the order of their numbers.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    public required IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Images { get; init; }
}
