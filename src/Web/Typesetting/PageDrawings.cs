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

    public Outcome<DrawnReport> Keep(Report report, Outcome<DrawnReport> drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);

        if (!drawn.IsRefused)
        {
            kept.Set(KeyOf(report, drawn.Value.Sha256), drawn.Value, new MemoryCacheEntryOptions
            {
                Size = drawn.Value.Pages.Sum(page => (long)page.Length),
                SlidingExpiration = TimeSpan.FromMinutes(20),
            });
        }

        return drawn;
    }

    public DrawnReport? Find(Report report, string sha256) => kept.Get<DrawnReport>(KeyOf(report, sha256));

    /// <summary>Whoever knows the hash of a file that they may not see does not find its pages: what was withheld when they were drawn is part of their name.</summary>
    private static (ReportId, string, string) KeyOf(Report report, string sha256) => (report.Id, string.Join(' ', report.Withheld.Select(section => section.Value).Order()), sha256);

    public void Dispose() => kept.Dispose();
}
