using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Workflows.Engine;

namespace Workflows.Elsa.Activities;

/// <summary>Waiting for decisions, and reading them.</summary>
internal static class Decided
{
    public static void Await(this ActivityExecutionContext context, string? section, string? stage, ExecuteActivityDelegate callback)
    {
        var about = new Dictionary<string, string>();
        if (section is not null) about[Names.Section] = section;
        if (stage is not null) about[Names.Stage] = stage;

        context.CreateBookmark(new CreateBookmarkArgs { Stimulus = new StageOpened(section, stage), Metadata = about, Callback = callback, IncludeActivityInstanceId = false });
    }

    public static Way WayDecided(this ActivityExecutionContext context) => Enum.Parse<Way>(context.GetWorkflowInput<string>(Names.Way));

    /// <exception cref="InvalidOperationException">The route does not lead there: Elsa and the record hold different routes.</exception>
    public static string StageBack(this ActivityExecutionContext context, Input<string> earlier)
    {
        var to = context.GetWorkflowInput<string>(Names.To);

        return (context.Get(earlier) ?? "").Split('\n').Contains(to) ? to : throw new InvalidOperationException($"No way leads to {to} from here.");
    }

    /// <summary>Says with the same write up to which turn the instance has followed.</summary>
    public static void KeepTaken(this ActivityExecutionContext context) => context.WorkflowExecutionContext.SetProperty(Names.Taken, context.GetWorkflowInput<string>(Names.Taken));
}
