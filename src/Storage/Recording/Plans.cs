using Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Storage.Databases;

namespace Storage.Recording;

/// <summary>The plans of the reports that were used last: a plan never changes, and reading one costs more than all else in a decision.</summary>
internal sealed class Plans : IDisposable
{
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 1000 });

    public async ValueTask<ReportPlan?> FindAsync(ApprovalContext context, ReportId report, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(report, out ReportPlan? plan)) return plan;

        return await context.Plans.Where(row => row.Report == report).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken) is { } content
            ? known.Set(report, Json.Read<ReportPlan>(content), new MemoryCacheEntryOptions { Size = 1 })
            : null;
    }

    public void Dispose() => known.Dispose();
}
