using Domain;
using Domain.People;
using Domain.Reports;
using Domain.Routes;
using Workflows.Recording;

namespace Workflows.Templates;

/// <summary>A template as a file that another agency can read: units, fields and the route by their names. Last period's texts stay where they are.</summary>
/// <param name="Format">Always <see cref="Kind"/>, so that a file of something else is known at its first line.</param>
/// <param name="Version">Of the format.</param>
public sealed record TemplateFile(
    string Format, int Version, string Name, string TypeName, string TypeSymbol, string Abstract, string Route, IReadOnlyList<SectionOfFile> Sections,
    string AbstractNotes = "", IReadOnlyList<string>? Addressees = null, IReadOnlyList<string>? Basis = null, IReadOnlyList<string>? Recipients = null)
{
    public const string Kind = "approval-template";

    public const int Newest = 1;

    public static TemplateFile Of(ReportTemplate template, Roster roster, string route)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(roster);

        return new(
            Kind, Newest, template.Name, template.TypeName, template.TypeSymbol, template.Abstract, route,
            [.. template.Sections.Select(section => new SectionOfFile(
                section.Level,
                section.Heading,
                section.Guidance,
                [.. section.Units.Select(unit => roster.Find(unit)?.Name).OfType<string>()],
                section.Field is { } field ? roster.Find(field)?.Name : null,
                section.Days))],
            template.AbstractNotes, template.Addressees, template.Basis, template.Recipients);
    }

    /// <summary>The template in this agency, or every name that the agency does not have.</summary>
    public Outcome<ReportTemplate> In(Roster roster, IReadOnlyList<Route> routes, TemplateId id)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(routes);

        if (FileRefusals.Check(Format, Kind, Version, Newest) is { } other) return other;

        var faults = new List<Fault>();
        var route = routes.FirstOrDefault(one => Same(one.Name, Route));
        if (route is null) faults.Add(new("route", null, new($"Cơ quan không có quy trình “{Route}”.", $"The agency has no route “{Route}”.")));

        var sections = new List<Section>();
        foreach (var (section, place) in Sections.Select((section, place) => (section, place)))
        {
            var where = new Words($"Mục thứ {place + 1} “{section.Heading ?? "…"}”", $"Section {place + 1} “{section.Heading ?? "…"}”");
            var units = (section.Units ?? []).Select(name => (Name: name, Unit: roster.Units.FirstOrDefault(unit => Same(unit.Name, name)))).ToList();
            var field = section.Field is { } named ? roster.Fields.FirstOrDefault(one => Same(one.Name, named)) : null;

            faults.AddRange(units.Where(unit => unit.Unit is null).Select(unit => new Fault("unit", null, new($"{where.Vi}: cơ quan không có đơn vị “{unit.Name}”.", $"{where.En}: the agency has no unit “{unit.Name}”."))));
            if (section.Field is not null && field is null) faults.Add(new("field", null, new($"{where.Vi}: cơ quan không có lĩnh vực “{section.Field}”.", $"{where.En}: the agency has no field “{section.Field}”.")));

            sections.Add(new()
            {
                Id = MakeTemplateHandler.IdFor(id, place),
                Level = section.Level,
                Heading = section.Heading,
                Guidance = section.Guidance,
                Units = [.. units.Select(unit => unit.Unit?.Id).OfType<UnitId>()],
                Field = field?.Id,
                Days = section.Days,
            });
        }

        return route is null || faults.Count > 0
            ? FileRefusals.Unknown(faults)
            : new ReportTemplate
            {
                Id = id,
                Agency = roster.Agency.Id,
                Name = Name,
                TypeName = TypeName,
                TypeSymbol = TypeSymbol,
                Abstract = Abstract,
                AbstractNotes = AbstractNotes,
                Addressees = Addressees ?? [],
                Basis = Basis ?? [],
                Recipients = Recipients ?? [],
                Sections = sections,
                Route = route.Id,
            };
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim().Normalize(), other.Trim().Normalize(), StringComparison.OrdinalIgnoreCase);
}

public sealed record SectionOfFile(OutlineLevel Level, string? Heading = null, string Guidance = "", IReadOnlyList<string>? Units = null, string? Field = null, int? Days = null);

/// <summary>A route as a file that another agency can read: people by their addresses.</summary>
/// <param name="Format">Always <see cref="Kind"/>.</param>
public sealed record RouteFile(string Format, int Version, string Name, IReadOnlyList<StageOfFile> SectionStages, IReadOnlyList<StageOfFile> ReportStages)
{
    public const string Kind = "approval-route";

    public const int Newest = 1;

    public static RouteFile Of(Route route, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(roster);

        return new(Kind, Newest, route.Name, [.. route.SectionStages.Select(stage => StageOfFile.Of(stage, roster))], [.. route.ReportStages.Select(stage => StageOfFile.Of(stage, roster))]);
    }

    /// <summary>The route's first version in this agency, or everybody whom the agency does not have.</summary>
    public Outcome<Route> In(Roster roster, RouteId id)
    {
        ArgumentNullException.ThrowIfNull(roster);

        if (FileRefusals.Check(Format, Kind, Version, Newest) is { } other) return other;

        List<Fault> faults =
        [
            .. from stage in SectionStages.Concat(ReportStages)
               from mail in stage.People ?? []
               where StageOfFile.Find(roster, mail) is null
               select new Fault("person", null, new($"Bước “{stage.Vi}”: cơ quan không có người dùng “{mail}”.", $"Stage “{stage.En}”: the agency has nobody “{mail}”.")),
            .. from stage in SectionStages.Concat(ReportStages)
               where stage.SelectorIn(roster) is null
               select new Fault("who", null, new($"Bước “{stage.Vi}”: không hiểu “{stage.Who}”.", $"Stage “{stage.En}”: “{stage.Who}” has no meaning here.")),
        ];

        return faults.Count > 0
            ? FileRefusals.Unknown(faults)
            : new Route { Id = id, Version = 1, Name = Name, SectionStages = [.. SectionStages.Select(stage => stage.In(roster))], ReportStages = [.. ReportStages.Select(stage => stage.In(roster))] };
    }
}

/// <param name="Who">"drafting-units", "unit-holding", "in-charge-of-field", "holding" or "named".</param>
/// <param name="AtLeast">How many must agree; left out where all must.</param>
/// <param name="ReturnsTo">The keys of earlier stages; left out for any.</param>
public sealed record StageOfFile(
    string Key, string Vi, string En, StageKind Kind, string Who, int WorkingDays, Role? Role = null, IReadOnlyList<string>? People = null, int? AtLeast = null, IReadOnlyList<string>? ReturnsTo = null)
{
    public static StageOfFile Of(Stage stage, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(stage);

        var (who, role, people) = stage.Selector switch
        {
            Selector.DraftingUnits => ("drafting-units", (Role?)null, (IReadOnlyList<string>?)null),
            Selector.UnitHolding desk => ("unit-holding", desk.Role, null),
            Selector.InChargeOfField => ("in-charge-of-field", null, null),
            Selector.Holding holding => ("holding", holding.Role, null),
            Selector.Named named => ("named", null, [.. named.People.Select(person => roster.Find(person)?.Email).OfType<string>()]),
            var other => throw new NotSupportedException($"No such selector: {other.GetType().Name}"),
        };

        return new(
            stage.Key.Value, stage.Name.Vi, stage.Name.En, stage.Kind, who, stage.WorkingDays, role, people, stage.Quorum.AtLeast,
            stage.ReturnsTo is { } targets ? [.. targets.Select(target => target.Value)] : null);
    }

    /// <summary>Null where the file says nothing that is known here.</summary>
    internal Selector? SelectorIn(Roster roster) => (Who, Role) switch
    {
        ("drafting-units", _) => new Selector.DraftingUnits(),
        ("unit-holding", { } role) => new Selector.UnitHolding(role),
        ("in-charge-of-field", _) => new Selector.InChargeOfField(),
        ("holding", { } role) => new Selector.Holding(role),
        ("named", _) => new Selector.Named([.. (People ?? []).Select(mail => Find(roster, mail)?.Id).OfType<PersonId>()]),
        _ => null,
    };

    internal Stage In(Roster roster) => new()
    {
        Key = new(Key),
        Name = new(Vi, En),
        Kind = Kind,
        Selector = SelectorIn(roster) ?? throw new InvalidOperationException($"Not checked: {Who}"),
        Quorum = new(AtLeast),
        WorkingDays = WorkingDays,
        ReturnsTo = ReturnsTo is { } targets ? [.. targets.Select(target => new StageKey(target))] : null,
    };

    internal static Person? Find(Roster roster, string mail) => roster.People.FirstOrDefault(person => person.IsActive && string.Equals(person.Email, mail.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>A new template from a file.</summary>
public sealed record ImportTemplate(TemplateId Id, PersonId By, AgencyId Agency, TemplateFile File);

/// <summary>A new route from a file.</summary>
public sealed record ImportRoute(RouteId Id, PersonId By, AgencyId Agency, RouteFile File);

public sealed class ImportHandler(SaveTemplateHandler saveTemplate, SaveRouteHandler saveRoute, IRecord record, ITemplates templates)
{
    private const int MostRoutes = 500;

    public async Task<Outcome<ReportTemplate>> HandleAsync(ImportTemplate command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        if (await record.RosterAsync(command.Agency, cancellationToken) is not { } roster) return Starting.StartingRefusals.NoSuchTemplate;

        var read = command.File.In(roster, await templates.RoutesAsync(command.Agency, 0, MostRoutes, cancellationToken), command.Id);

        return read.IsRefused ? read : await saveTemplate.HandleAsync(new(command.By, read.Value, OnRevision: 0), cancellationToken);
    }

    public async Task<Outcome<Route>> HandleAsync(ImportRoute command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);

        if (await record.RosterAsync(command.Agency, cancellationToken) is not { } roster) return Starting.StartingRefusals.NoSuchRoute;

        var read = command.File.In(roster, command.Id);

        return read.IsRefused ? read : await saveRoute.HandleAsync(new(command.By, command.Agency, read.Value), cancellationToken);
    }
}

public static class FileRefusals
{
    public static Refusal NotRead(int? line, string? path) => new(RefusalKind.Invalid, "file-not-read",
        new("Không đọc được tệp: đây không phải tệp JSON do hệ thống xuất ra, hoặc tệp đã bị sửa sai.", "The file cannot be read: it is not a JSON file as this system writes it, or was changed and is not valid any more."))
    {
        Faults = [new("place", line, new($"Chỗ sai: {path ?? "đầu tệp"}.", $"Where: {path ?? "the beginning of the file"}."))],
    };

    public static Refusal AnotherKind(string kind) => new(RefusalKind.Invalid, "file-of-another-kind",
        new($"Tệp này ghi là “{kind}”. Mẫu đề cương là “{TemplateFile.Kind}”, quy trình là “{RouteFile.Kind}”.", $"This file says “{kind}”. A template is “{TemplateFile.Kind}”, a route is “{RouteFile.Kind}”."));

    public static Refusal TooNew(int version) => new(RefusalKind.Invalid, "file-too-new",
        new($"Tệp theo phiên bản {version} mà hệ thống này chưa biết. Hãy cập nhật hệ thống rồi nhập lại.", $"The file has version {version}, which this system does not know yet. Update it, then import again."));

    public static Refusal Unknown(IReadOnlyList<Fault> faults) => new(RefusalKind.Invalid, "file-names-unknown",
        new("Tệp nhắc đến những tên không có trong cơ quan. Hãy sửa tên trong tệp hoặc lập chúng trước.", "The file names what the agency does not have. Change the names in the file, or make them first."))
    { Faults = faults };

    internal static Refusal? Check(string format, string kind, int version, int newest) =>
        format != kind ? AnotherKind(format) : version < 1 || version > newest ? TooNew(version) : null;
}
