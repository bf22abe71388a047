using Domain.Calendar;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Blobs;
using Workflows.Drafting;

namespace Workflows.Typesetting;

/// <summary>Collects what a report says from its record and its blobs.</summary>
public sealed class ReportManuscripts(Texts texts, IBlobs blobs, ITextCheck check)
{
    /// <summary>The report with the texts of its cleared sections; a section that is not cleared stands with its heading alone.</summary>
    /// <param name="dated">The day it is dated with; its day stays blank where there is no number yet.</param>
    public async Task<Manuscript> CollectAsync(Report report, Agency agency, DateOnly dated, int? number, SignatureBlock signature, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(agency);

        var plan = report.Plan;
        var sections = new List<ManuscriptSection>();
        var images = new Dictionary<string, ReadOnlyMemory<byte>>();

        foreach (var section in plan.Sections)
        {
            var text = section.IsWithheld ? MarkOf(section) : report.Cleared.TryGetValue(section.Id, out var version) ? await texts.ReadAsync(version.Sha256, cancellationToken) : "";
            sections.Add(new(section.Level, section.Heading, text));

            foreach (var image in check.ImagesOf(text))
            {
                if (await blobs.ReadAsync(image, cancellationToken) is { } bytes) images[image] = bytes;
            }
        }

        return new()
        {
            Letterhead = new()
            {
                Superior = agency.Superior,
                Agency = agency.NameLines,
                Number = number,
                Symbol = report.SymbolIn(agency),
                Place = agency.Place,
                Month = dated.Month,
                Year = dated.Year,
                Day = number is null ? null : dated.Day,
            },
            TypeName = plan.TypeName,
            Abstract = plan.Abstract,
            AbstractNotes = plan.AbstractNotes,
            Addressees = plan.Addressees,
            Basis = plan.Basis,
            Sections = sections,
            Signature = signature,
            Recipients = report.Recipients,
            Images = images,
        };
    }

    /// <summary>Where there is no heading to say it, the text does.</summary>
    private static string MarkOf(Section section) => section.Heading is null ? ManuscriptSection.WithheldMark : "";

    /// <summary>The lines above the signature, from who signs, and for whom.</summary>
    public static SignatureBlock BlockOf(Roster roster, PersonId signer, PersonId? principal, DateTimeOffset at, bool isSigned)
    {
        ArgumentNullException.ThrowIfNull(roster);

        if (roster.Find(signer) is not { } person) return new([], "", isSigned);

        var delegation = principal is { } from ? roster.Received(signer, at).FirstOrDefault(one => one.From == from && one.Covers(StageKind.Sign)) : null;
        var head = principal is { } id ? roster.Find(id) : null;

        return new(SigningCapacity.Lines(roster.Agency, person, head, delegation?.Capacity), person.Name, isSigned);
    }

    public static DateOnly Today(DateTimeOffset at) => VietnamTime.DateOf(at);
}
