using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participation.Web.Data;

namespace Participation.Web.Hosting;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseCheck(ParticipationDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
