using Domain.People;
using Workflows.Drafting;
using Workflows.Viewing;

namespace Workflows.Searching;

/// <param name="Found">What it is and where.</param>
/// <param name="Excerpt">The words around what was looked for; none for titles and headings, which are shown whole.</param>
public sealed record SearchResult(Found Found, IReadOnlyList<ExcerptPiece> Excerpt);

public sealed record SearchResults(IReadOnlyList<SearchResult> Rows, int Total, bool IsCut, Paging Paging);

/// <summary>Finds reports, sections, texts of all versions and comments of one's own agency by words, with and without marks.</summary>
public sealed class Search(IFindables findables, Texts texts, TimeProvider clock)
{
    /// <param name="kind">Null for everything.</param>
    public async Task<SearchResults> FindAsync(AgencyId agency, PersonId reader, SearchQuery query, FindableKind? kind, Paging paging, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);

        // The agency is a word that must be found as well: nothing of another agency is ever read.
        IReadOnlyList<IReadOnlyList<string>> phrases =
        [
            [Indexer.WordOf(agency)],
            .. kind is { } one ? [[Indexer.WordOf(one)]] : Array.Empty<IReadOnlyList<string>>(),
            .. query.Terms.Select(term => term.Words),
        ];

        var page = await findables.FindAsync(agency, reader, clock.GetUtcNow(), phrases, paging, cancellationToken);
        var rows = await Task.WhenAll(page.Rows.Select(async found => new SearchResult(found, Excerpt.Of(await TextOfAsync(found, cancellationToken), query))));

        return new(rows, page.Total, page.IsCut, paging);
    }

    private async Task<string> TextOfAsync(Found found, CancellationToken cancellationToken) =>
        (found.Findable.Sha256 is { } sha256 ? await texts.FindAsync(sha256, cancellationToken) : found.Findable.Text) ?? "";
}
