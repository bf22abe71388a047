using System.Globalization;
using System.Security.Claims;
using Domain.People;
using Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Input;
using Web.Layout;
using Web.Restricting;
using Web.SigningIn;
using Workflows.Templates;

namespace Web.Templates;

/// <summary>The doors of an outline's editor. The outline comes whole with every form, so that nothing typed is lost whatever button is pressed.</summary>
public static class TemplateForms
{
    public const string Save = "template";

    // Some eight values a section, and a unit each.
    private const int Values = FewAttribute.Most * 40;

    public static void MapTemplateForms(this IEndpointRouteBuilder routes)
    {
        var template = routes.MapGroup("/templates/{template:guid}").WithFormOptions(valueCountLimit: Values);

        template.MapPost("", SaveAsync);
        template.MapPost("/outline", Change);
        template.MapGet("/outline", (Guid template) => TypedResults.LocalRedirect(Addresses.OfTemplate(template)));
    }

    private static async Task<IResult> SaveAsync(Guid template, IFormCollection form, ClaimsPrincipal user, SaveTemplateHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var draft = DraftOf(template, user.AgencyId, typed);

        // Over what somebody else saved meanwhile only where one says so, having been told.
        var saved = await handler.HandleAsync(new(user.PersonId, draft, typed.Optional("over") is null ? draft.Revision : typed.Number("over")), cancellationToken);

        return saved.IsRefused
            ? FormAnswers.Refused<TemplatePage>(Shown(template, draft), Save, typed, saved.Refusal)
            : TypedResults.LocalRedirect(FormAnswers.Done(Addresses.OfTemplate(template), Save));
    }

    /// <summary>The page again with one change more in its outline; nothing is saved.</summary>
    private static RazorComponentResult<PageDocument> Change(Guid template, IFormCollection form, ClaimsPrincipal user)
    {
        var typed = new Typed(form);
        var draft = DraftOf(template, user.AgencyId, typed);
        var (act, section, other) = typed.Text("do").Split(':') is [var verb, .. var ids] ? (verb, IdOf(draft, ids.ElementAtOrDefault(0)), IdOf(draft, ids.ElementAtOrDefault(1))) : throw Typed.NotOurs("do");
        var added = new SectionId(Guid.NewGuid());

        var sections = (act, section) switch
        {
            ("up", { } id) => Outline.Up(draft.Sections, id),
            ("down", { } id) => Outline.Down(draft.Sections, id),
            ("in", { } id) => Outline.In(draft.Sections, id),
            ("out", { } id) => Outline.Out(draft.Sections, id),
            ("remove", { } id) => Outline.Remove(draft.Sections, id),
            ("place", { } id) => Outline.Place(draft.Sections, id, other),
            ("add", _) when draft.Sections.Count < FewAttribute.Most => Outline.Add(draft.Sections, added, section),
            ("add", _) or ("draw", _) => draft.Sections,
            _ => throw Typed.NotOurs("do"),
        };

        var parameters = Shown(template, draft with { Sections = [.. sections] });
        parameters[nameof(TemplatePage.Focus)] = act switch
        {
            "add" => $"heading-{added.Value}",
            "remove" or "draw" => null,
            _ => $"{act}-{section?.Value}",
        };

        return FormAnswers.Show<TemplatePage>(StatusCodes.Status200OK, parameters);
    }

    private static Dictionary<string, object?> Shown(Guid template, ReportTemplate draft) => new() { [nameof(TemplatePage.Template)] = template, [nameof(TemplatePage.Draft)] = draft };

    private static SectionId? IdOf(ReportTemplate draft, string? text) => string.IsNullOrEmpty(text) ? null
        : Guid.TryParse(text, out var id) && draft.Sections.Any(section => section.Id.Value == id) ? new SectionId(id)
        : throw Typed.NotOurs("do");

    private static ReportTemplate DraftOf(Guid template, AgencyId agency, Typed typed) => new()
    {
        Id = new(template),
        Agency = agency,
        Revision = typed.Number("revision"),
        Name = typed.Text("name").Trim(),
        TypeName = typed.Text("type-name").Trim(),
        TypeSymbol = typed.Text("type-symbol").Trim(),
        Abstract = typed.Text("abstract").ReplaceLineEndings(" ").Trim(),
        AbstractNotes = typed.Text("abstract-notes").Trim(),
        Addressees = Lines(typed, "addressees"),
        Basis = Lines(typed, "basis"),
        Recipients = Lines(typed, "recipients"),
        Route = new(typed.Id("route")),
        OnlyFor = RestrictForms.AudienceIn(typed),
        Sections = [.. typed.Ids("section").Select(id => SectionOf(id, typed))],
    };

    private static Section SectionOf(Guid id, Typed typed)
    {
        var level = (OutlineLevel)typed.Number($"level-{id}");
        if (!Enum.IsDefined(level)) throw Typed.NotOurs("level");

        var heading = typed.Text($"heading-{id}").ReplaceLineEndings(" ").Trim();

        return new()
        {
            Id = new(id),
            Level = level,
            Heading = level == OutlineLevel.Plain && heading.Length == 0 ? null : heading,
            Guidance = typed.Text($"guidance-{id}").Trim(),
            Units = [.. typed.Ids($"units-{id}").Select(unit => new UnitId(unit))],
            Field = typed.OptionalId($"field-{id}") is { } field ? new FieldId(field) : null,
            // What is no number is none that the rule takes.
            Days = typed.Optional($"days-{id}") is not { } days ? null : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
            LastText = typed.Optional($"last-{id}"),
            OnlyFor = typed.Has($"only-{id}", "yes")
                ? new([.. typed.Ids($"only-units-{id}").Select(unit => new UnitId(unit))], [.. typed.Ids($"only-people-{id}").Select(person => new PersonId(person))])
                : null,
        };
    }

    private static IReadOnlyList<string> Lines(Typed typed, string name) => [.. typed.Text(name).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
