using Domain;
using Domain.Reports;

namespace Workflows.Typesetting;

/// <summary>Gives a manuscript the layout of Decree 30/2020/NĐ-CP, appendix I, as a Word file and as a PDF.</summary>
public interface ITypesetter
{
    /// <summary>Refused, with its faults, where a text breaks the rules that <see cref="Drafting.ITextCheck"/> checks.</summary>
    Task<Outcome<TypesetReport>> TypesetAsync(Manuscript manuscript, CancellationToken cancellationToken);
}

/// <summary>One manuscript in its two printed forms; the same manuscript gives the same bytes.</summary>
public sealed record TypesetReport(ReadOnlyMemory<byte> Docx, ReadOnlyMemory<byte> Pdf, int Pages);
