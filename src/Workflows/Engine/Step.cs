using Domain.Reports;
using Domain.Routes;
using Domain.Trail;
using Workflows.Notifying;

namespace Workflows.Engine;

/// <summary>Everything that one act changes; the record writes it in one transaction or not at all.</summary>
public sealed record Step
{
    public required Report Report { get; init; }

    /// <summary>The sections' circulations that changed.</summary>
    public IReadOnlyList<Circulation> Sections { get; init; } = [];

    public Decision? Decision { get; init; }

    public IReadOnlyList<KeptVersion> Versions { get; init; } = [];

    public IReadOnlyList<Comment> Comments { get; init; } = [];

    public IReadOnlyList<WorkingCopy> WorkingCopies { get; init; } = [];

    /// <summary>Which stand in a section's text by now, those that stood there before among them.</summary>
    public IReadOnlyList<PlacedPicture> Pictures { get; init; } = [];

    /// <summary>In the order in which they are chained; the record numbers and hashes them.</summary>
    public IReadOnlyList<Entry> Entries { get; init; } = [];

    /// <summary>To be told afterwards, at least once.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>What an engine beside the record has to follow, afterwards and in this order; empty for a new report, null where there is nothing to follow.</summary>
    public IReadOnlyList<Moved>? Moves { get; init; }

    /// <summary>The number that the report takes; null but for issuing.</summary>
    public RegisterEntry? Number { get; init; }
}

/// <summary>A version on its way into the record; its bytes are in the blob store already.</summary>
public sealed record KeptVersion(TextId Of, TextVersion Version);

/// <summary>A picture in a section's text: whoever may read that may see it.</summary>
public sealed record PlacedPicture(SectionId Section, string Sha256);
