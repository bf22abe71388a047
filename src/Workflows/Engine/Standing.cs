using Domain.Reports;
using Domain.Routes;

namespace Workflows.Engine;

/// <summary>What is open in a report under way: at which stage each of its circulations is.</summary>
/// <param name="Number">The last of the report's turns that led here; see <see cref="Turn.Number"/>.</param>
/// <param name="Own">The stage of the report itself; null while it waits for its sections.</param>
/// <param name="Sections">The stage of each section; null where it is cleared.</param>
public sealed record Standing(ReportId Report, int Number, StageKey? Own, IReadOnlyDictionary<SectionId, StageKey?> Sections)
{
    /// <summary>Whether both say that the same is open, however they came there.</summary>
    public bool AgreesWith(Standing other)
    {
        ArgumentNullException.ThrowIfNull(other);

        return Own == other.Own && Sections.Count == other.Sections.Count && Sections.All(section => other.Sections.TryGetValue(section.Key, out var stage) && stage == section.Value);
    }

    public override string ToString() => $"{Own?.Value ?? "waiting"} [{string.Join(", ", Sections.Select(section => $"{section.Key.Value:n} {section.Value?.Value ?? "cleared"}"))}]";
}
