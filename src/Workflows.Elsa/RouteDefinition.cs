using Domain.Routes;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Management.Entities;
using Elsa.Workflows.Management.Materializers;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;
using Workflows.Elsa.Activities;

namespace Workflows.Elsa;

/// <summary>
/// A version of a route as a version of an Elsa workflow: data, so that Elsa's own tools can show it.
/// Sections side by side, each in a loop over its stages; then the report in a loop over its own; and around both a loop for what the report's stages send back.
/// </summary>
internal static class RouteDefinition
{
    // A change of what is built below needs another number: instances of the old shape go on with theirs.
    private const int Shape = 1;

    public static string DefinitionIdOf(Route route) => $"approval-route-{route.Id.Value:n}";

    public static string IdOf(Route route) => $"{DefinitionIdOf(route)}:v{route.Version}:{Shape}";

    public static WorkflowDefinition Of(Route route, IActivitySerializer serializer, DateTimeOffset at) => new()
    {
        Id = IdOf(route),
        DefinitionId = DefinitionIdOf(route),
        Version = route.Version,
        Name = route.Name,
        Description = "Made from an approval route. Change the route, not this.",
        IsLatest = true,
        IsPublished = true,
        IsReadonly = true,
        CreatedAt = at,
        MaterializerName = JsonWorkflowMaterializer.MaterializerName,
        StringData = serializer.Serialize(Root(route)),
    };

    private static Sequence Root(Route route)
    {
        var isUnderWay = Variable(Names.IsUnderWay, true);
        var isAtItsStages = Variable(Names.IsAtItsStages, false);
        var isOnItsWay = Variable(Names.IsOnItsWay, true);
        var branches = Variable<ICollection<string>>("Branches", []);
        var sectionStages = Keys(route.SectionStages);

        var section = new Sequence
        {
            Id = "section",
            Variables = { Variable(Names.Section, ""), Variable(Names.SectionStage, ""), isOnItsWay },
            Activities =
            {
                new EnterSection { Id = "enter-section", Stages = new(sectionStages) },
                new While(new Input<bool>(isOnItsWay), new Sequence
                {
                    Id = "section-stages",
                    Activities = [.. Visits(route.SectionStages, isOfReport: false), new AwaitOthers { Id = "cleared", Earlier = new(sectionStages) }],
                })
                { Id = "section-loop" },
            },
        };

        var round = new Sequence
        {
            Id = "round",
            Activities =
            {
                new OpenBranches { Id = "branches", Result = new(branches) },
                new ParallelForEach { Id = "sections", Items = new(branches), Body = section },
                new EnterReport { Id = "enter-report", First = new(route.ReportStages[0].Key.Value) },
                new While(new Input<bool>(isAtItsStages), new Sequence { Id = "report-stages", Activities = [.. Visits(route.ReportStages, isOfReport: true)] }) { Id = "report-loop" },
            },
        };

        return new()
        {
            Id = "report",
            Variables = { Variable(Names.Sections, ""), Variable(Names.ReportStage, ""), isUnderWay, isAtItsStages, branches },
            Activities = { new BeginReport { Id = "begin" }, new While(new Input<bool>(isUnderWay), round) { Id = "rounds" } },
        };
    }

    private static IEnumerable<IActivity> Visits(IReadOnlyList<Stage> stages, bool isOfReport) => stages.Select((stage, place) => new StageVisit
    {
        Id = $"stage-{stage.Key.Value}",
        Name = stage.Name.Vi,
        Stage = new(stage.Key.Value),
        Next = new(place + 1 < stages.Count ? stages[place + 1].Key.Value : ""),
        Earlier = new(Keys(stages.Take(place))),
        IsOfReport = new(isOfReport),
    });

    private static string Keys(IEnumerable<Stage> stages) => string.Join('\n', stages.Select(stage => stage.Key.Value));

    private static Variable<T> Variable<T>(string name, T value) => new Variable<T>(name, value) { Id = name }.WithWorkflowStorage();
}
