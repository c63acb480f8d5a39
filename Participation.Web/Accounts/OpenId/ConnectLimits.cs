using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using OpenIddict.Abstractions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// Limits what is asked of the OpenID Connect server, before it does any work: per network, and per application that is named, since
/// checking a secret costs time. It lives in memory for the window and goes nowhere.
/// </summary>
internal sealed class ConnectLimits : IDisposable
{
    private const int MaxClientId = 100;

    private readonly PartitionedRateLimiter<string> _networks;
    private readonly PartitionedRateLimiter<string> _applications;

    public ConnectLimits(IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits").Get<LimitOptions>() ?? new LimitOptions();
        _networks = Windows(limits.ConnectPerMinute);
        _applications = Windows(limits.ConnectPerMinuteAndApplication);
    }

    /// <summary>How long to wait, or null when the request may go on.</summary>
    public async Task<TimeSpan?> WaitAsync(HttpContext http)
    {
        using var network = _networks.AttemptAcquire(Limits.Network(http.Connection.RemoteIpAddress));
        if (!network.IsAcquired) return Wait(network);
        if (await ClientIdAsync(http.Request) is not { Length: > 0 and <= MaxClientId } client) return null;
        using var application = _applications.AttemptAcquire(client);
        return application.IsAcquired ? null : Wait(application);
    }

    public void Dispose()
    {
        _networks.Dispose();
        _applications.Dispose();
    }

    private static TimeSpan Wait(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);

    private static PartitionedRateLimiter<string> Windows(int perMinute) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 }));

    private static async Task<string?> ClientIdAsync(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is ['B' or 'b', 'a', 's', 'i', 'c', ' ', .. var basic] && Basic(basic) is { } named) return named;
        if (!request.HasFormContentType) return request.Query["client_id"];
        return (await request.ReadFormAsync(request.HttpContext.RequestAborted))["client_id"];
    }

    private static string? Basic(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Uri.UnescapeDataString(Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(':', 2)[0]) : null;
    }
}

internal static class ConnectLimiting
{
    private static bool Readable(PathString path) => path.StartsWithSegments("/.well-known") || path == "/connect/token" || path == "/connect/revoke" || path == "/connect/par";

    /// <summary>Goes before authentication, which is where OpenIddict answers.</summary>
    public static IApplicationBuilder UseConnectLimits(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments("/connect") && !http.Request.Path.StartsWithSegments("/.well-known")
            || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(http);
            return;
        }

        // An application in a browser may read what it asked for; no cookie counts for these, so no other site gains by it.
        if (Readable(http.Request.Path)) http.Response.Headers.AccessControlAllowOrigin = "*";
        if (await http.RequestServices.GetRequiredService<ConnectLimits>().WaitAsync(http) is not { } wait)
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        // People get the site's page; programs get what they can read.
        if (http.Request.Path != Links.AuthorizeDecide && http.Request.Path != Links.LogoutDecide)
            await http.Response.WriteAsJsonAsync(new { error = OpenIddictConstants.Errors.SlowDown }, http.RequestAborted);
    });
}
