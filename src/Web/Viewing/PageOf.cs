using Microsoft.AspNetCore.Mvc;
using Web.Input;
using Workflows.Viewing;

namespace Web.Viewing;

/// <summary>Which page of a list: ?page=1&amp;size=50, as they stand where nothing is said.</summary>
public sealed record PageAsked
{
    [FromQuery(Name = "page"), Within(1, 1_000_000)]
    public int? Page { get; init; }

    [FromQuery(Name = "size"), Within(1, Paging.MaxSize)]
    public int? Size { get; init; }

    public Paging AsPaging
    {
        get
        {
            var standard = new Paging();

            return new(Page ?? standard.Number, Size ?? standard.Size);
        }
    }

    /// <summary>A page of what is short enough to be in hand whole.</summary>
    public PageOf<T> Of<T>(IReadOnlyList<T> all)
    {
        ArgumentNullException.ThrowIfNull(all);

        var (paging, total) = (AsPaging, all.Count);

        return new([.. all.Skip(paging.Skip).Take(paging.Size)], paging.Number, paging.Size, total);
    }
}

/// <param name="Total">How many there are on all pages, as far as they were counted.</param>
/// <param name="IsCut">Whether there are more than were counted.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Page, int Size, int Total, bool IsCut = false);

public static class Pages
{
    extension<T>(Page<T> page)
    {
        public PageOf<T> AsView => new(page.Rows, page.Paging.Number, page.Paging.Size, page.Total, page.IsCut);
    }
}
