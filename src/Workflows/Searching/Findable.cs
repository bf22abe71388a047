using Domain.People;
using Domain.Reports;

namespace Workflows.Searching;

public enum FindableKind
{
    /// <summary>A report by its title, and by its number once it has one.</summary>
    Report,

    /// <summary>A section by its heading.</summary>
    Section,

    /// <summary>A version of a section's text or of a contribution to it.</summary>
    Text,

    Comment,
}

/// <summary>Something that can be found.</summary>
public sealed record Findable
{
    public required FindableKind Kind { get; init; }

    public required AgencyId Agency { get; init; }

    public required ReportId Report { get; init; }

    public required DateTimeOffset At { get; init; }

    public SectionId? Section { get; init; }

    public UnitId? Unit { get; init; }

    public int? Version { get; init; }

    /// <summary>Where a version's text lies.</summary>
    public string? Sha256 { get; init; }

    public CommentId? Comment { get; init; }

    public PersonId? By { get; init; }

    /// <summary>What is looked through, where it is not a blob.</summary>
    public string? Text { get; init; }
}

/// <summary>Something whose words are not in the index yet.</summary>
/// <param name="Key">By which it waits.</param>
/// <param name="Findables">A report is found by its title and by the headings of its sections.</param>
public sealed record Unread(string Key, IReadOnlyList<Findable> Findables);

/// <param name="Words">See <see cref="Indexer"/>.</param>
public sealed record Indexed(string Key, Findable Findable, string Words);

/// <param name="Others">Other versions of the same text that hold the words as well, the newest first.</param>
public sealed record Found(Findable Findable, string Abstract, string? Heading, IReadOnlyList<int> Others);

/// <param name="IsCut">Whether there were more than can be counted: then the newest are shown.</param>
public sealed record FoundPage(IReadOnlyList<Found> Rows, int Total, bool IsCut);

/// <summary>The index of words: what waits for it, what is in it.</summary>
public interface IFindables
{
    /// <summary>What was written and is not in the index yet, the oldest first.</summary>
    Task<IReadOnlyList<Unread>> UnreadAsync(int take, CancellationToken cancellationToken);

    /// <summary>Puts words into the index, once for each key that still waits.</summary>
    Task KeepAsync(IReadOnlyList<Indexed> words, CancellationToken cancellationToken);

    /// <summary>What holds all the phrases, the newest first, as far as the reader may see it; the versions of one text are found as one.</summary>
    Task<FoundPage> FindAsync(AgencyId agency, PersonId reader, DateTimeOffset at, IReadOnlyList<IReadOnlyList<string>> phrases, Viewing.Paging paging, CancellationToken cancellationToken);
}
