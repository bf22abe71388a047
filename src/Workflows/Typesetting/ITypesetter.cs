using Domain;
using Domain.Reports;

namespace Workflows.Typesetting;

/// <summary>Gives a manuscript the layout of Decree 30/2020/NĐ-CP, appendix I, as a Word file and as a PDF.</summary>
public interface ITypesetter
{
    /// <summary>Refused, with its faults, where a text breaks the rules that <see cref="Drafting.ITextCheck"/> checks.</summary>
    Task<Outcome<TypesetReport>> TypesetAsync(Manuscript manuscript, CancellationToken cancellationToken);

    /// <summary>The pages of the same PDF as pictures, to be read in a browser; refused like the file itself.</summary>
    Task<Outcome<DrawnReport>> DrawAsync(Manuscript manuscript, CancellationToken cancellationToken);
}

/// <summary>One manuscript in its two printed forms; the same manuscript gives the same bytes.</summary>
public sealed record TypesetReport(ReadOnlyMemory<byte> Docx, ReadOnlyMemory<byte> Pdf, int Pages);

/// <summary>The pages of a printed report as they look.</summary>
/// <param name="Sha256">Of the PDF that these are the pages of.</param>
/// <param name="Pages">An SVG each, A4.</param>
public sealed record DrawnReport(string Sha256, IReadOnlyList<string> Pages);
