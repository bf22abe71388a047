using Domain.People;
using Domain.Trail;
using Workflows.Viewing;

namespace Workflows.SigningIn;

/// <summary>The agencies' security trails. Whoever can write here can add, and nothing else.</summary>
public interface ISecurityTrail
{
    Task RecordAsync(IReadOnlyList<SecurityEntry> entries, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<Page<SecurityEntry>> ReadAsync(AgencyId agency, SecurityFilter filter, Paging paging, CancellationToken cancellationToken);

    /// <summary>Every line, the newest first, as they are read.</summary>
    IAsyncEnumerable<SecurityEntry> ReadAllAsync(AgencyId agency, SecurityFilter filter, CancellationToken cancellationToken);
}

/// <param name="Person">Whom it concerns or whose doing it was; null for everybody.</param>
/// <param name="Kind">Null for every kind.</param>
/// <param name="From">From this moment on; null from the start.</param>
/// <param name="Until">Before this moment; null for no end.</param>
public sealed record SecurityFilter(PersonId? Person = null, SecurityKind? Kind = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);
