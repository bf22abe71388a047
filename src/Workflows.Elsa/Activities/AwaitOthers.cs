using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Workflows.Engine;

namespace Workflows.Elsa.Activities;

/// <summary>
/// A cleared section waits for the others, because until then it may still be sent back.
/// The last one ends all branches, so that the report goes to its own stages.
/// </summary>
[Activity("Approval", "Approval", "A cleared section waits until all others are cleared too", DisplayName = "Cleared")]
public sealed class AwaitOthers : Activity
{
    [Input(Description = "The keys of the section's stages, one a line")]
    public Input<string> Earlier { get; set; } = new("");

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        if (context.GetVariable<string>(Names.SectionStage) is { Length: > 0 })
        {
            await context.CompleteActivityAsync();

            return;
        }

        var waiting = context.WorkflowExecutionContext.ActivityExecutionContexts.Where(other => other.Activity is AwaitOthers && other.Id != context.Id && other.Bookmarks.Any()).ToList();
        var branches = (context.GetVariable<string>(Names.Sections) ?? "").Split('\n').Length;

        if (waiting.Count + 1 < branches)
        {
            context.Await(context.GetVariable<string>(Names.Section), stage: null, OnReopenedAsync);

            return;
        }

        foreach (var branch in waiting.Append(context))
        {
            branch.SetVariable(Names.IsOnItsWay, false);
            await branch.CompleteActivityAsync();
        }
    }

    private async ValueTask OnReopenedAsync(ActivityExecutionContext context)
    {
        if (context.WayDecided() != Way.Back) throw new InvalidOperationException("A cleared section can only be sent back.");

        context.SetVariable(Names.SectionStage, context.StageBack(Earlier));
        context.KeepTaken();
        await context.CompleteActivityAsync();
    }
}
