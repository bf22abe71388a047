using Domain.Routes;
using Stateless;
using Stateless.Graph;

namespace Workflows.Engine;

/// <summary>Says where a circulation goes next: a state machine made from the route's stages, asked inside the command's own transaction.</summary>
public static class StageMachine
{
    private const string Waiting = "waiting";
    private const string Passed = "passed";

    /// <summary>The place in <paramref name="stages"/> that a move leads to from <paramref name="at"/>; see <see cref="Circulation.At"/>.</summary>
    /// <exception cref="InvalidOperationException">The route has no such way: a rule let something through.</exception>
    public static int PlaceAfter(IReadOnlyList<Stage> stages, int at, Move move)
    {
        ArgumentNullException.ThrowIfNull(stages);

        if (move is Move.Stay) return at;

        var machine = Machine(stages, at == Circulation.Waiting ? Waiting : at == stages.Count ? Passed : stages[at].Key.Value);
        machine.Fire(TriggerOf(move));

        return machine.State switch
        {
            Waiting => Circulation.Waiting,
            Passed => stages.Count,
            var key => stages.TakeWhile(stage => stage.Key.Value != key).Count(),
        };
    }

    /// <summary>The route as a Mermaid state diagram, drawn from the definition that circulations move along.</summary>
    public static string Draw(Route route)
    {
        ArgumentNullException.ThrowIfNull(route);

        return MermaidGraph.Format(Machine([.. route.SectionStages, .. route.ReportStages], Waiting).GetInfo());
    }

    private static StateMachine<string, string> Machine(IReadOnlyList<Stage> stages, string state)
    {
        var machine = new StateMachine<string, string>(state);
        machine.Configure(Waiting).Permit("forward", stages[0].Key.Value);

        for (var place = 0; place < stages.Count; place++)
        {
            var stage = stages[place];
            var configured = machine.Configure(stage.Key.Value)
                .Permit("forward", place + 1 < stages.Count ? stages[place + 1].Key.Value : Passed)
                .Permit("wait", Waiting);

            AllowBack(configured, stages.Take(place));
        }

        // A passed circulation may still be sent back: a section by the report's stages or by the Office's own edit.
        AllowBack(machine.Configure(Passed).Permit("wait", Waiting), stages);

        return machine;
    }

    private static void AllowBack(StateMachine<string, string>.StateConfiguration from, IEnumerable<Stage> targets)
    {
        foreach (var target in targets) from.Permit($"back to {target.Key}", target.Key.Value);
    }

    private static string TriggerOf(Move move) => move switch
    {
        Move.Forward => "forward",
        Move.Wait => "wait",
        Move.Back back => $"back to {back.To}",
        Move.Undo undo => $"back to {undo.To}",
        _ => throw new NotSupportedException($"No such move: {move.GetType().Name}"),
    };
}
