using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participation.Web.Uploads.Scanning;

namespace Participation.Web.Uploads;

/// <summary>Whether files can be taken. Without that the site goes on, so it is degraded and not out of order.</summary>
internal sealed class UploadsCheck(IVirusScanner scanner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            Libvips.Ensure();
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException)
        {
            return HealthCheckResult.Degraded("libvips is missing for this platform", missing);
        }

        return await scanner.AnswersAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The virus scanner does not answer");
    }
}
