using System.Security.Cryptography;
using Documents.Docx;
using Documents.Pdf;
using Domain;
using Domain.Reports;
using Workflows.Drafting;
using Workflows.Typesetting;

namespace Documents;

/// <summary>From a manuscript to its two printed forms.</summary>
internal sealed class Typesetter(PdfPrinter pdf, ITextCheck check, IPictureCheck pictures) : ITypesetter
{
    public async Task<Outcome<TypesetReport>> TypesetAsync(Manuscript manuscript, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manuscript);

        if (new ManuscriptCheck(check, pictures).Check(manuscript) is { Count: > 0 } faults) return ManuscriptCheck.Unprintable(faults);

        var document = AssembleManuscript.Assemble(manuscript);
        var printing = pdf.PrintAsync(document, isDrawn: false, cancellationToken);
        var docx = DocxWriter.Write(document);
        var printed = await printing;

        return new TypesetReport(docx, printed.Bytes, printed.Pages);
    }

    public async Task<Outcome<DrawnReport>> DrawAsync(Manuscript manuscript, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manuscript);

        if (new ManuscriptCheck(check, pictures).Check(manuscript) is { Count: > 0 } faults) return ManuscriptCheck.Unprintable(faults);

        var printed = await pdf.PrintAsync(AssembleManuscript.Assemble(manuscript), isDrawn: true, cancellationToken);

        return new DrawnReport(Convert.ToHexStringLower(SHA256.HashData(printed.Bytes.Span)), printed.Drawings);
    }
}
