using System.Globalization;
using System.Security.Claims;
using Domain.People;
using Domain.Routes;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Layout;
using Web.SigningIn;
using Workflows.Templates;
using Route = Domain.Routes.Route;

namespace Web.Templates;

/// <summary>The doors of a route's editor. The route comes whole with every form; what is saved is a new version beside the ones that reports run on.</summary>
public static class RouteForms
{
    public const string Save = "route";

    private const int MostStages = 30;

    public static void MapRouteForms(this IEndpointRouteBuilder routes)
    {
        var route = routes.MapGroup("/routes/{route:guid}").WithFormOptions(valueCountLimit: MostStages * 400);

        route.MapPost("", SaveAsync);
        route.MapPost("/stages", Change);
        route.MapGet("/stages", (Guid route) => TypedResults.LocalRedirect(Addresses.OfRoute(route)));
    }

    private static async Task<IResult> SaveAsync(Guid route, IFormCollection form, ClaimsPrincipal user, SaveRouteHandler handler, CancellationToken cancellationToken)
    {
        var typed = new Typed(form);
        var draft = DraftOf(route, typed);
        var on = typed.Optional("over") is null ? draft.Version : typed.Number("over");

        var saved = await handler.HandleAsync(new(user.PersonId, user.AgencyId, draft with { Version = on + 1 }), cancellationToken);

        return saved.IsRefused
            ? FormAnswers.Refused<RoutePage>(Shown(route, draft), Save, typed, saved.Refusal)
            : TypedResults.LocalRedirect(FormAnswers.Done(Addresses.OfRoute(route), Save));
    }

    /// <summary>The page again, drawn anew with one change more; nothing is saved.</summary>
    private static RazorComponentResult<PageDocument> Change(Guid route, IFormCollection form)
    {
        var typed = new Typed(form);
        var draft = DraftOf(route, typed);
        var words = typed.Text("do").Split(':');
        var key = words.ElementAtOrDefault(1) is { Length: > 0 } text ? new StageKey(text) : (StageKey?)null;
        if (key is { } known && words[0] != "add" && All(draft).All(stage => stage.Key != known)) throw Typed.NotOurs("do");

        var added = new StageKey(NewKey(draft));
        var (changed, focus) = (words[0], key) switch
        {
            ("up", { } id) => (Moved(draft, id, -1), $"up-{id}"),
            ("down", { } id) => (Moved(draft, id, 1), $"down-{id}"),
            ("remove", { } id) => (Without(draft, id), (string?)null),
            ("add", { Value: "section" }) => (draft with { SectionStages = [.. draft.SectionStages, Blank(added)] }, $"name-{added}"),
            // Signing and issuing stay last.
            ("add", { Value: "report" }) => (draft with { ReportStages = [.. draft.ReportStages.SkipLast(2), Blank(added), .. draft.ReportStages.TakeLast(2)] }, $"name-{added}"),
            ("draw", _) => (draft, "draw"),
            _ => throw Typed.NotOurs("do"),
        };

        var parameters = Shown(route, All(changed).Count() > MostStages ? draft : changed);
        parameters[nameof(RoutePage.Focus)] = focus;

        return FormAnswers.Show<RoutePage>(StatusCodes.Status200OK, parameters);
    }

    private static IEnumerable<Stage> All(Route route) => route.SectionStages.Concat(route.ReportStages);

    private static Stage Blank(StageKey key) => new() { Key = key, Name = new("", ""), Kind = StageKind.Review, Selector = new Selector.Holding(Role.ViceChair), WorkingDays = 1 };

    private static string NewKey(Route route)
    {
        var number = 1;
        while (All(route).Any(stage => stage.Key.Value == $"stage-{number}")) number++;

        return string.Create(CultureInfo.InvariantCulture, $"stage-{number}");
    }

    private static Route Moved(Route route, StageKey key, int by) =>
        Cleaned(route with { SectionStages = Moved(route.SectionStages, key, by), ReportStages = Moved(route.ReportStages, key, by) });

    private static IReadOnlyList<Stage> Moved(IReadOnlyList<Stage> stages, StageKey key, int by)
    {
        var moved = stages.ToList();
        var place = moved.FindIndex(stage => stage.Key == key);
        if (place < 0 || place + by < 0 || place + by >= moved.Count) return stages;

        (moved[place], moved[place + by]) = (moved[place + by], moved[place]);

        return moved;
    }

    private static Route Without(Route route, StageKey key) =>
        Cleaned(route with { SectionStages = [.. route.SectionStages.Where(stage => stage.Key != key)], ReportStages = [.. route.ReportStages.Where(stage => stage.Key != key)] });

    /// <summary>A return to a stage that is gone, or comes later now, is left out with it.</summary>
    private static Route Cleaned(Route route)
    {
        Stage Clean(Stage stage)
        {
            var earlier = All(route).TakeWhile(one => one.Key != stage.Key).Select(one => one.Key).ToHashSet();

            return stage.ReturnsTo is { } targets ? stage with { ReturnsTo = [.. targets.Where(earlier.Contains)] } : stage;
        }

        return route with { SectionStages = [.. route.SectionStages.Select(Clean)], ReportStages = [.. route.ReportStages.Select(Clean)] };
    }

    private static Dictionary<string, object?> Shown(Guid route, Route draft) => new() { [nameof(RoutePage.Route)] = route, [nameof(RoutePage.Draft)] = draft };

    private static Route DraftOf(Guid route, Typed typed) => new()
    {
        Id = new(route),
        Version = typed.Number("version"),
        Name = typed.Text("name").Trim(),
        SectionStages = [.. Keys(typed, "section-stage").Select(key => StageOf(key, typed))],
        ReportStages = [.. Keys(typed, "report-stage").Select(key => StageOf(key, typed))],
    };

    private static IEnumerable<string> Keys(Typed typed, string name) => typed.All(name).Where(key => key.Length is > 0 and <= 60);

    private static Stage StageOf(string key, Typed typed)
    {
        var kind = Choice<StageKind>(typed.Text($"kind-{key}"));
        var vi = typed.Text($"name-{key}").Trim();
        var returns = typed.Text($"returns-{key}");

        return new()
        {
            Key = new(key),
            Name = new(vi, typed.Optional($"english-{key}")?.Trim() ?? vi),
            Kind = kind,
            Selector = kind == StageKind.Draft ? new Selector.DraftingUnits() : SelectorOf(typed.Text($"who-{key}"), typed, key),
            Quorum = kind == StageKind.Draft ? Quorum.All : typed.Text($"quorum-{key}") switch
            {
                "any" => Quorum.Any,
                "least" => new(Whole(typed.Text($"least-{key}"))),
                _ => Quorum.All,
            },
            WorkingDays = Whole(typed.Text($"days-{key}")),
            ReturnsTo = returns == "some" ? [.. typed.All($"target-{key}").Select(target => new StageKey(target))] : returns == "none" ? [] : null,
        };
    }

    private static Selector SelectorOf(string who, Typed typed, string key) => who.Split(':') switch
    {
        ["unit-holding", var role] => new Selector.UnitHolding(Choice<Role>(role)),
        ["holding", var role] => new Selector.Holding(Choice<Role>(role)),
        ["in-charge-of-field"] => new Selector.InChargeOfField(),
        ["named"] => new Selector.Named([.. typed.Ids($"person-{key}").Select(person => new PersonId(person))]),
        _ => throw Typed.NotOurs("who"),
    };

    private static TChoice Choice<TChoice>(string text)
        where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(text, out var choice) && Enum.IsDefined(choice) ? choice : throw Typed.NotOurs("choice");

    // What is no number is none that the rule takes.
    private static int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
