using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Workflows.Engine;

namespace Workflows.Elsa.Activities;

/// <summary>What a bookmark stands for: a stage that waits for a decision.</summary>
/// <param name="Section">Null for the report itself.</param>
public sealed record StageOpened(string? Section, string? Stage);

/// <summary>
/// A stay at one stage. It is passed by whatever is elsewhere; who is here waits for the decision that leads on, or back.
/// The loop around it brings back whoever was sent to an earlier stage.
/// </summary>
[Activity("Approval", "Approval", "Waits at a stage for the decision that leads on or back", DisplayName = "Stage visit")]
public sealed class StageVisit : Activity
{
    [Input(Description = "The stage's key")]
    public Input<string> Stage { get; set; } = new("");

    [Input(Description = "The key of the stage that follows; empty after the last")]
    public Input<string> Next { get; set; } = new("");

    [Input(Description = "The keys of the stages before, one a line")]
    public Input<string> Earlier { get; set; } = new("");

    [Input(Description = "Whether it is a stage of the report as a whole")]
    public Input<bool> IsOfReport { get; set; } = new(false);

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        if (context.GetVariable<string>(PlaceOf(context)) != context.Get(Stage))
        {
            await context.CompleteActivityAsync();

            return;
        }

        context.Await(context.Get(IsOfReport) ? null : context.GetVariable<string>(Names.Section), context.Get(Stage), OnDecidedAsync);
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        var way = context.WayDecided();
        var isOfReport = context.Get(IsOfReport);

        if (way == Way.Wait && isOfReport)
        {
            context.SetVariable(Names.Sections, context.GetWorkflowInput<string>(Names.Sections));
            context.SetVariable(Names.ReportStage, "");
            context.SetVariable(Names.IsAtItsStages, false);
        }
        else
        {
            var to = way == Way.Forward ? context.Get(Next) ?? "" : context.StageBack(Earlier);
            context.SetVariable(PlaceOf(context), to);

            // Past its last stage a report has ended.
            if (isOfReport && to.Length == 0)
            {
                context.SetVariable(Names.IsAtItsStages, false);
                context.SetVariable(Names.IsUnderWay, false);
            }
        }

        context.KeepTaken();
        await context.CompleteActivityAsync();
    }

    private string PlaceOf(ActivityExecutionContext context) => context.Get(IsOfReport) ? Names.ReportStage : Names.SectionStage;
}
