using System.Text.Json.Serialization;
using Domain.Reports;
using Domain.Routes;

namespace Workflows.Engine;

/// <summary>A decision as it moved a report's circulations, written with it and followed by the engine afterwards: at least once, with one effect.</summary>
/// <param name="Number">How long the report's trail was then: a later turn of the same report has a higher number.</param>
/// <param name="Decision">The decision; at the start of a report, what started it.</param>
/// <param name="Moves">Empty at the start of a report.</param>
public sealed record Turn(ReportId Report, int Number, DecisionId Decision, IReadOnlyList<Moved> Moves)
{
    /// <summary>Whether an engine that has just followed has everything where the record put it.</summary>
    public bool AgreesWith(Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);

        return Moves.All(moved => moved.Section is { } section
            ? standing.Sections.TryGetValue(section, out var stage) && stage == moved.Now
            : standing.Own == moved.Now);
    }

    /// <summary>The report was stopped, so that the engine gives it up.</summary>
    [JsonIgnore]
    public bool IsStop => Moves.Any(moved => moved.Way == Way.Stop);

    /// <summary>The report is issued, so that nothing of it is open any more.</summary>
    [JsonIgnore]
    public bool IsLast => Moves.Any(moved => moved is { Section: null, Way: Way.Forward, Now: null });
}

/// <summary>How one circulation moved.</summary>
/// <param name="Section">Null for the report itself.</param>
/// <param name="Now">Where the record has it since: null for a section that is cleared, a report that waits for its sections, or one that is issued.</param>
public sealed record Moved(SectionId? Section, Way Way, StageKey? Now)
{
    public static Moved Stopped { get; } = new(null, Way.Stop, null);

    /// <summary>Null where it did not move: others still have to agree, say, or somebody else was asked.</summary>
    public static Moved? Of(Circulation after, Move move)
    {
        ArgumentNullException.ThrowIfNull(after);

        return move switch
        {
            Move.Stay => null,
            Move.Forward => new(after.Section, Way.Forward, after.Current?.Key),
            Move.Back or Move.Undo => new(after.Section, Way.Back, after.Current?.Key),
            Move.Wait => new(after.Section, Way.Wait, null),
            _ => throw new NotSupportedException($"No such move: {move?.GetType().Name}"),
        };
    }
}

/// <summary>The ways on a route.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Way>))]
public enum Way
{
    /// <summary>To the stage that follows, which the engine has to know.</summary>
    Forward,

    /// <summary>To the earlier stage that is named.</summary>
    Back,

    /// <summary>The report waits for its sections again.</summary>
    Wait,

    /// <summary>No way any more: the report is given up, its sections with it.</summary>
    Stop,
}
