using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.SigningIn;
using Web.Viewing;
using Workflows.Searching;

namespace Web.Searching;

public static class SearchEndpoint
{
    public static void MapSearch(this IEndpointRouteBuilder routes) => routes
        .MapGet("/search", FindAsync)
        .WithTags("Viewing")
        .WithSummary("What holds all the words, the newest first: reports, sections, texts of all versions and comments of the caller's agency");

    private static async Task<Results<Ok<PageOf<SearchResult>>, Problem>> FindAsync(
        string? q, FindableKind? kind, [AsParameters] PageAsked page, ClaimsPrincipal user, Search search, CancellationToken cancellationToken)
    {
        if (SearchQuery.Of(q) is not { } query) return TypedResults.Ok(new PageOf<SearchResult>([], page.AsPaging.Number, page.AsPaging.Size, 0));
        if (query.IsRefused) return query.Refusal.AsProblem;

        var results = await search.FindAsync(user.AgencyId, user.PersonId, query.Value, kind, page.AsPaging, cancellationToken);

        return TypedResults.Ok(new PageOf<SearchResult>(results.Rows, results.Paging.Number, results.Paging.Size, results.Total, results.IsCut));
    }
}
