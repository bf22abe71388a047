using Domain.Reports;
using Domain.Routes;

namespace Workflows.Elsa;

/// <summary>Where a section's branch begins, as text: Elsa hands the parts of a collection on as what they are in JSON.</summary>
/// <param name="Stage">Null where it is cleared.</param>
internal sealed record SectionAt(SectionId Section, StageKey? Stage)
{
    private const char Separator = '/';

    public static SectionAt Parse(string text) =>
        text.Split(Separator, 2) is [var section, var stage] ? new(new(Guid.Parse(section)), stage.Length == 0 ? null : new StageKey(stage)) : throw new FormatException(text);

    public override string ToString() => $"{Section.Value:n}{Separator}{Stage?.Value}";
}
