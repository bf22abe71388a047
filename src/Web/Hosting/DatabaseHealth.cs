using Microsoft.Extensions.Diagnostics.HealthChecks;
using Workflows.Recording;

namespace Web.Hosting;

/// <summary>Whether the database answers.</summary>
public sealed class DatabaseHealth(IAgencies agencies) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await agencies.AllAsync(cancellationToken);

        return HealthCheckResult.Healthy();
    }
}
