using Domain;
using Domain.Reports;
using Microsoft.Extensions.Caching.Memory;
using Workflows.Typesetting;

namespace Web.Typesetting;

/// <summary>Keeps the pages that somebody is looking at, so that asking for one after the other does not typeset the whole each time.</summary>
public sealed class PageDrawings : IDisposable
{
    /// <summary>In letters: some thirty reports of forty pages.</summary>
    private const long Room = 200_000_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Room });

    public Outcome<DrawnReport> Keep(ReportId report, Outcome<DrawnReport> drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);

        if (!drawn.IsRefused)
        {
            kept.Set((report, drawn.Value.Sha256), drawn.Value, new MemoryCacheEntryOptions
            {
                Size = drawn.Value.Pages.Sum(page => (long)page.Length),
                SlidingExpiration = TimeSpan.FromMinutes(20),
            });
        }

        return drawn;
    }

    public DrawnReport? Find(ReportId report, string sha256) => kept.Get<DrawnReport>((report, sha256));

    public void Dispose() => kept.Dispose();
}
