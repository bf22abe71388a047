using Domain.People;

namespace Workflows.Engine;

/// <summary>What the rules need to know of the world when something is decided.</summary>
/// <param name="DueAfter">The due time of work that is given at this moment and takes so many working days.</param>
public sealed record Moment(DateTimeOffset At, Roster Roster, Func<int, DateTimeOffset> DueAfter);
