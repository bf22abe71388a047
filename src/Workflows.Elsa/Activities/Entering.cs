using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Workflows.Elsa.Activities;

/// <summary>A report begins where the record has it.</summary>
[Activity("Approval", "Approval", "Begins where the record has the report", DisplayName = "Begin")]
public sealed class BeginReport : CodeActivity
{
    protected override void Execute(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        context.SetVariable(Names.Sections, context.GetWorkflowInput<string>(Names.Sections));
        context.SetVariable(Names.ReportStage, context.GetWorkflowInput<string>(Names.ReportStage));
        context.SetVariable(Names.IsUnderWay, true);
    }
}

/// <summary>The sections that have to be carried, for a loop in which each has a branch.</summary>
[Activity("Approval", "Approval", "Opens a branch for each section", DisplayName = "Sections")]
public sealed class OpenBranches : CodeActivity<ICollection<string>>
{
    protected override void Execute(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        context.SetResult(context.GetVariable<string>(Names.Sections) is { Length: > 0 } sections ? sections.Split('\n') : []);
    }
}

/// <summary>A section's branch begins at the stage where the section is.</summary>
[Activity("Approval", "Approval", "Begins a section's branch", DisplayName = "Section")]
public sealed class EnterSection : CodeActivity
{
    [Input(Description = "The keys of the section's stages, one a line")]
    public Input<string> Stages { get; set; } = new("");

    protected override void Execute(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        var section = SectionAt.Parse($"{context.GetVariable<object>("CurrentValue")}");
        if (section.Stage is { } stage && !(context.Get(Stages) ?? "").Split('\n').Contains(stage.Value)) throw new InvalidOperationException($"The route has no stage {stage}.");

        context.SetVariable(Names.Section, $"{section.Section.Value:n}");
        context.SetVariable(Names.SectionStage, section.Stage?.Value ?? "");
        context.SetVariable(Names.IsOnItsWay, true);
    }
}

/// <summary>All sections are cleared: the report goes to its first stage, or to the one where the record has it.</summary>
[Activity("Approval", "Approval", "The report goes to its own stages", DisplayName = "Report")]
public sealed class EnterReport : CodeActivity
{
    [Input(Description = "The key of the report's first stage")]
    public Input<string> First { get; set; } = new("");

    protected override void Execute(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        if (context.GetVariable<string>(Names.ReportStage) is not { Length: > 0 }) context.SetVariable(Names.ReportStage, context.Get(First));

        context.SetVariable(Names.IsAtItsStages, true);
    }
}
