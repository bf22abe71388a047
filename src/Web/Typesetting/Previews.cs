using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Blobs;
using Workflows.Deciding;
using Workflows.Drafting;
using Workflows.Recording;
using Workflows.Typesetting;

namespace Web.Typesetting;

/// <summary>What a report, or one section of it, would look like if it were printed now.</summary>
public sealed class Previews(IRecord record, ReportManuscripts manuscripts, ITypesetter typesetter, Texts texts, IBlobs blobs, ITextCheck check, IPictures pictures, TimeProvider clock)
{
    /// <summary>With the present text of every section, whether it is cleared or not; of a signed or an issued report, with what was signed.</summary>
    public async Task<Outcome<TypesetReport>> OfReportAsync(Report report, PersonId reader, CancellationToken cancellationToken) =>
        await WholeAsync(report, reader, cancellationToken) is { IsRefused: false } manuscript
            ? await typesetter.TypesetAsync(manuscript.Value, cancellationToken)
            : DeskRefusals.NoSuchReport;

    /// <summary>The pages of what <see cref="OfReportAsync"/> prints; of a signed or an issued report, those of the file that was kept.</summary>
    public async Task<Outcome<DrawnReport>> DrawReportAsync(Report report, PersonId reader, CancellationToken cancellationToken)
    {
        var manuscript = await WholeAsync(report, reader, cancellationToken);

        return manuscript.IsRefused ? manuscript.Refusal : await typesetter.DrawAsync(manuscript.Value, cancellationToken);
    }

    private async Task<Outcome<Manuscript>> WholeAsync(Report report, PersonId reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);

        return report is { IsSigned: true, Signature: { } signature }
            ? await KeptAsync(report, signature, cancellationToken)
            : await ManuscriptAsync(report, reader, cancellationToken);
    }

    private async Task<Outcome<Manuscript>> KeptAsync(Report report, Signature signature, CancellationToken cancellationToken)
    {
        if (await record.RosterAsync(report.Plan.Agency, cancellationToken) is not { } roster) return DeskRefusals.NoSuchReport;

        var imprint = report.Imprint;

        return await manuscripts.CollectAsync(
            report, roster.Agency, imprint?.On ?? ReportManuscripts.Today(signature.At), imprint?.Number, new(signature.Lines, signature.Name, imprint is not null), cancellationToken);
    }

    private async Task<Outcome<Manuscript>> ManuscriptAsync(Report report, PersonId reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);

        var present = new Dictionary<SectionId, TextVersion>();
        foreach (var circulation in await record.SectionsAsync(report.Id, cancellationToken))
        {
            if (circulation is { Section: { } section, Text: { } text } && report.Plan.Find(section) is { IsWithheld: false }) present[section] = text;
        }

        return await CollectAsync(report with { Cleared = present }, reader, cancellationToken) is { } manuscript ? manuscript : DeskRefusals.NoSuchReport;
    }

    /// <summary>The section under its headings; with a unit, what that unit is writing.</summary>
    public async Task<Outcome<TypesetReport>> OfSectionAsync(Report report, SectionId id, UnitId? unit, PersonId reader, CancellationToken cancellationToken)
    {
        var manuscript = await ManuscriptAsync(report, id, unit, reader, cancellationToken);

        return manuscript.IsRefused ? manuscript.Refusal : await typesetter.TypesetAsync(manuscript.Value, cancellationToken);
    }

    public async Task<Outcome<DrawnReport>> DrawSectionAsync(Report report, SectionId id, UnitId? unit, PersonId reader, CancellationToken cancellationToken)
    {
        var manuscript = await ManuscriptAsync(report, id, unit, reader, cancellationToken);

        return manuscript.IsRefused ? manuscript.Refusal : await typesetter.DrawAsync(manuscript.Value, cancellationToken);
    }

    /// <summary>The section with a text that is being typed.</summary>
    public async Task<Outcome<DrawnReport>> DrawTextAsync(Report report, SectionId id, string text, PersonId reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);

        return await ManuscriptAsync(report, id, text, reader, cancellationToken) is { } manuscript ? await typesetter.DrawAsync(manuscript, cancellationToken) : DeskRefusals.NoSuchReport;
    }

    private async Task<Outcome<Manuscript>> ManuscriptAsync(Report report, SectionId id, UnitId? unit, PersonId reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);

        if (await record.SectionAsync(report.Id, id, cancellationToken) is not { } section) return DeskRefusals.NoSuchSection;
        if (unit is { } drafting && section.ContributionOf(drafting) is null) return CirculationRefusals.NotADraftingUnit;

        var text = await TextAsync(report, section, unit, cancellationToken);

        return await ManuscriptAsync(report, id, text, reader, cancellationToken) is { } manuscript ? manuscript : DeskRefusals.NoSuchReport;
    }

    private async Task<Manuscript?> ManuscriptAsync(Report report, SectionId id, string text, PersonId reader, CancellationToken cancellationToken)
    {
        var place = report.Plan.Sections.TakeWhile(one => one.Id != id).Count();
        var above = HeadingsAbove(report.Plan.Sections, place).ToHashSet();

        if (await CollectAsync(report with { Cleared = new Dictionary<SectionId, TextVersion>() }, reader, cancellationToken) is not { } manuscript) return null;

        return manuscript with
        {
            Sections =
            [
                .. manuscript.Sections.Select((one, at) => (One: one, At: at)).Where(pair => pair.At == place || above.Contains(pair.At))
                    .Select(pair => pair.At == place ? pair.One with { Text = text } : pair.One),
            ],
            Images = await ImagesOfAsync(text, report, reader, cancellationToken),
        };
    }

    private async Task<Manuscript?> CollectAsync(Report report, PersonId reader, CancellationToken cancellationToken)
    {
        if (await record.RosterAsync(report.Plan.Agency, cancellationToken) is not { } roster) return null;

        var at = clock.GetUtcNow();

        return await manuscripts.CollectAsync(report, roster.Agency, ReportManuscripts.Today(at), number: null, BlockOf(report, roster, reader, at), cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ImagesOfAsync(string text, Report report, PersonId reader, CancellationToken cancellationToken)
    {
        var images = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var image in await pictures.SeenAsync(check.ImagesOf(text), report.Plan.Agency, reader, clock.GetUtcNow(), cancellationToken))
        {
            if (await blobs.ReadAsync(image, cancellationToken) is { } bytes) images[image] = bytes;
        }

        return images;
    }

    /// <summary>Whoever could sign sees their own block; everybody else the head's.</summary>
    private static SignatureBlock BlockOf(Report report, Roster roster, PersonId reader, DateTimeOffset at)
    {
        var seat = report.Own.Current?.Kind == StageKind.Sign ? report.Own.SeatOf(reader, roster, at) : null;
        var signer = seat is null && roster.Holders(Role.Chairman) is [var head, ..] ? head.Id : reader;

        return ReportManuscripts.BlockOf(roster, signer, seat?.OnBehalfOf, at, isSigned: false);
    }

    private static IEnumerable<int> HeadingsAbove(IReadOnlyList<Section> sections, int place)
    {
        var level = sections[place].Level;

        for (var at = place - 1; at >= 0 && level > OutlineLevel.Part; at--)
        {
            if (sections[at].Level == OutlineLevel.Plain || sections[at].Level >= level) continue;

            level = sections[at].Level;
            yield return at;
        }
    }

    private async Task<string> TextAsync(Report report, Circulation section, UnitId? unit, CancellationToken cancellationToken)
    {
        if (unit is { } drafting)
        {
            if (await record.WorkingCopyAsync(report.Id, new(section.Section, drafting), cancellationToken) is { } copy) return copy.Text;

            return section.ContributionOf(drafting)?.Text is { } given ? await texts.ReadAsync(given.Sha256, cancellationToken) : "";
        }

        return section.Text is { } text ? await texts.ReadAsync(text.Sha256, cancellationToken) : "";
    }
}
