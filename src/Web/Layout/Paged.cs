using Workflows.Viewing;

namespace Web.Layout;

/// <summary>A list's page as an address asks for it.</summary>
public static class Paged
{
    private const int Last = 1_000_000;

    public static int From(int? asked) => Math.Clamp(asked ?? 1, 1, Last);

    /// <summary>The page that is asked for; the last one where the list has become shorter since.</summary>
    public static async Task<Page<T>> ReadAsync<T>(int? asked, int rows, Func<Paging, Task<Page<T>>> read)
    {
        ArgumentNullException.ThrowIfNull(read);

        var page = await read(new(From(asked), rows));

        return page is { Rows.Count: 0, Total: > 0, Paging.Number: > 1 } ? await read(new((page.Total + rows - 1) / rows, rows)) : page;
    }
}
