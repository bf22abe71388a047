using Domain.Reports;
using Domain.Routes;
using Workflows.Drafting;

namespace Workflows.Returning;

/// <summary>What a drafter finds in hand when a text comes back.</summary>
internal static class ReturnedCopy
{
    /// <summary>
    /// Where one unit drafts the whole section, it goes on with the section's text, the Office's edits included; null where nothing differs.
    /// Where several do, each goes on with its own contribution.
    /// </summary>
    public static async Task<WorkingCopy?> OfAsync(
        Circulation section, StageKey to, Func<TextId, Task<WorkingCopy?>> find, Texts texts, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (section.StageOf(to)?.Kind != StageKind.Draft || section.Contributions is not [var only] || section.Text is not { } text || text.Sha256 == only.Text?.Sha256) return null;

        var of = new TextId(section.Section, only.Unit);
        var copy = await find(of) ?? new WorkingCopy { Report = section.Report, Of = of };

        return copy with { Text = await texts.ReadAsync(text.Sha256, cancellationToken), Revision = copy.Revision + 1, SavedAt = at };
    }
}
