using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Web.SettingUp;
using Route = Domain.Routes.Route;

namespace Web.Demo;

/// <summary>The made-up district of the demo: its people and its template. Ids come from the names in the files, so that every run has the same.</summary>
internal static class DemoAgency
{
    private static readonly AgencyFile File = DemoFiles.Agency();

    public static AgencyId Agency => File.AgencyId;

    public static RouteId RouteId { get; } = new(IdOf("route", "default"));

    public static TemplateId Template { get; } = new(IdOf("template", "default"));

    /// <summary>The same name gives the same id.</summary>
    public static Guid IdOf(string kind, string key) => File.IdOf(kind, key);

    public static PersonId Person(string key) => File.Person(key);

    public static UnitId Unit(string key) => File.Unit(key);

    public static FieldId Field(string key) => File.Field(key);

    public static SectionId Section(string key) => new(IdOf("section", key));

    public static Roster Roster() => File.ToRoster();

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
