using System.Security.Cryptography;
using System.Text;
using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Blobs;
using Workflows.Recording;

namespace Workflows.Templates;

/// <summary>Makes a template from an existing report: its headings become the outline, its texts are kept beside each section as last period's.</summary>
/// <param name="Units">Who drafts the sections; a template is changed section by section afterwards.</param>
public sealed record MakeTemplate(TemplateId Id, PersonId By, AgencyId Agency, string Name, RouteId Route, string Markdown, IReadOnlyList<UnitId> Units, FieldId? Field);

/// <param name="Read">What else the report said of itself.</param>
public sealed record MadeTemplate(ReportTemplate Template, ReadReport Read);

public sealed class MakeTemplateHandler(SaveTemplateHandler save, IOutlineReader reader, IBlobs blobs, IRecord record)
{
    public async Task<Outcome<MadeTemplate>> HandleAsync(MakeTemplate command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        if (Encoding.UTF8.GetByteCount(command.Markdown) > WorkingCopy.MaxLength) return WorkingCopyRefusals.TooLong;
        if (await record.RosterAsync(command.Agency, cancellationToken) is null) return Starting.StartingRefusals.NoSuchTemplate;

        var read = reader.Read(command.Markdown.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC));
        if (read.IsRefused) return read.Refusal;

        var sections = new List<Section>();
        foreach (var (section, place) in read.Value.Sections.Select((section, place) => (section, place)))
        {
            var hasText = !string.IsNullOrWhiteSpace(section.Text);
            sections.Add(new()
            {
                Id = IdFor(command.Id, place),
                Level = section.Level,
                Heading = section.Heading,
                Units = hasText ? command.Units : [],
                Field = hasText ? command.Field : null,
                LastText = hasText ? await blobs.WriteAsync(Encoding.UTF8.GetBytes(section.Text), cancellationToken) : null,
            });
        }

        var saved = await save.HandleAsync(
            new(command.By, new()
            {
                Id = command.Id,
                Agency = command.Agency,
                Name = command.Name,
                TypeName = read.Value.TypeName ?? "Báo cáo",
                TypeSymbol = read.Value.Symbol?.Split('-')[0] ?? "BC",
                Abstract = read.Value.Abstract ?? command.Name,
                AbstractNotes = read.Value.AbstractNotes,
                Addressees = read.Value.Addressees,
                Recipients = read.Value.Recipients,
                Sections = sections,
                Route = command.Route,
            }, OnRevision: 0)
            { BringsTexts = true },
            cancellationToken);

        return saved.Then<MadeTemplate>(template => new MadeTemplate(template, read.Value));
    }

    internal static SectionId IdFor(TemplateId template, int place)
    {
        Span<byte> name = stackalloc byte[20];
        template.Value.TryWriteBytes(name);
        BitConverter.TryWriteBytes(name[16..], place);

        return new(new Guid(SHA256.HashData(name).AsSpan(0, 16)));
    }
}
