using Web.Input;
using Workflows.Viewing;

namespace Web.Viewing;

/// <summary>Which page of a list: ?page=1&amp;size=50.</summary>
public sealed record PageAsked([Within(1, 1_000_000)] int Page = 1, [Within(1, Paging.MaxSize)] int Size = 50)
{
    public Paging AsPaging => new(Page, Size);
}

/// <param name="Total">How many there are on all pages.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Page, int Size, int Total)
{
    public static PageOf<T> Of(Page<T> page)
    {
        ArgumentNullException.ThrowIfNull(page);

        return new(page.Rows, page.Paging.Number, page.Paging.Size, page.Total);
    }
}
