using Domain.People;
using Domain.Reports;

namespace Workflows.Drafting;

/// <summary>Who was heard to have a text open, and when last.</summary>
public readonly record struct OpenBy(PersonId Person, DateTimeOffset At);

/// <summary>Who has which text open, whichever node they came to. A courtesy, not a lock: what two people write at once is merged.</summary>
public interface IPresence
{
    /// <summary>How long somebody is taken to be there after they were heard of.</summary>
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    /// <summary>Somebody says that they have the text open.</summary>
    /// <returns>Who else has, the longest silent first.</returns>
    Task<IReadOnlyList<OpenBy>> OpenAsync(ReportId report, TextId text, PersonId by, DateTimeOffset at, CancellationToken cancellationToken);
}
