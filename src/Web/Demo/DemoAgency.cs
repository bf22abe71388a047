using System.Security.Cryptography;
using System.Text;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Route = Domain.Routes.Route;

namespace Web.Demo;

/// <summary>The made-up district of the demo: its people, its template and last period's texts. Ids come from the names in the files, so that every run has the same.</summary>
internal static class DemoAgency
{
    public static readonly AgencyId Agency = new(IdOf("agency", "tan-hoa"));

    public static readonly RouteId RouteId = new(IdOf("route", "default"));

    public static readonly TemplateId Template = new(IdOf("template", "default"));

    /// <summary>The same name gives the same id.</summary>
    public static Guid IdOf(string kind, string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"demo {kind} {key}")).AsSpan(0, 16));

    public static PersonId Person(string key) => new(IdOf("person", key));

    public static UnitId Unit(string key) => new(IdOf("unit", key));

    public static FieldId Field(string key) => new(IdOf("field", key));

    public static SectionId Section(string key) => new(IdOf("section", key));

    public static Roster Roster(AgencyFile file)
    {
        var inCharge = file.People
            .SelectMany(person => person.Positions.SelectMany(position => position.Fields ?? []).Select(field => (field, person)))
            .ToDictionary(pair => pair.field, pair => Person(pair.person.Key));

        return new(
            new()
            {
                Id = Agency,
                Name = file.Agency.Name,
                NameLines = file.Agency.AgencyLines,
                Superior = file.Agency.SuperiorLines,
                Place = file.Agency.Place,
                Abbreviation = file.Agency.Symbol.Split('-')[^1],
                Collective = "Ủy ban nhân dân",
            },
            file.Units.Select(unit => new Unit(Unit(unit.Key), unit.ShortName, unit.Abbreviation, unit.Parent is { } parent ? Unit(parent) : null)),
            file.People.Select(person => new Person
            {
                Id = Person(person.Key),
                Name = person.Name,
                Email = MailOf(file, person),
                Positions = [.. person.Positions.Select(position => new Position(Unit(position.Unit), position.Kind, position.Title))],
            }),
            file.Fields.Select(field => new Field(Field(field.Key), field.Name, inCharge.TryGetValue(field.Key, out var person) ? person : null)),
            []);
    }

    public static string MailOf(AgencyFile file, PersonOfFile person) => $"{person.Mail}@{file.Agency.MailDomain}";

    /// <param name="lastTexts">The SHA-256 of last period's text, by heading.</param>
    public static ReportTemplate TemplateOf(TemplateFile file, string @abstract, IReadOnlyDictionary<string, string> lastTexts) => new()
    {
        Id = Template,
        Agency = Agency,
        Name = file.Name,
        TypeName = file.TypeName,
        TypeSymbol = "BC",
        Abstract = @abstract,
        AbstractNotes = file.AbstractNotes,
        Addressees = file.Addressees,
        Basis = file.Basis,
        Recipients = file.Recipients,
        Sections = [.. file.Outline.SelectMany(Flat).Select(node => new Section
        {
            Id = Section(node.Key),
            Level = node.Level,
            Heading = node.Heading,
            Guidance = node.Guidance ?? "",
            Units = [.. (node.Units ?? []).Select(Unit)],
            Field = node.Field is { } field ? Field(field) : null,
            Days = node.Days,
            LastText = node.Heading is { } heading ? lastTexts.GetValueOrDefault(heading) : null,
        })],
        Route = RouteId,
    };

    public static Route RouteOf() => Domain.Routes.Route.Default(RouteId);

    private static IEnumerable<NodeOfFile> Flat(NodeOfFile node) => (node.Children ?? []).SelectMany(Flat).Prepend(node);
}
