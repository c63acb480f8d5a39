using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using OpenIddict.Abstractions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// Limits what is asked of the OpenID Connect server per network, before it does any work. Not per application: anyone can name one, and
/// would shut it out for everybody. It lives in memory for the window and goes nowhere.
/// </summary>
internal sealed class ConnectLimits(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _networks = PartitionedRateLimiter.Create<string, string>(
        network => Limits.Window(network, (configuration.GetSection("Limits").Get<LimitOptions>() ?? new LimitOptions()).ConnectPerMinute));

    /// <summary>How long to wait, or null when the request may go on.</summary>
    public TimeSpan? Wait(HttpContext http)
    {
        using var lease = _networks.AttemptAcquire(Limits.Network(http.Connection.RemoteIpAddress));
        return lease.IsAcquired ? null : Limits.Wait(lease);
    }

    public void Dispose() => _networks.Dispose();
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
        if (http.RequestServices.GetRequiredService<ConnectLimits>().Wait(http) is not { } wait)
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Limits.Tell(http.Response, wait);
        // People get the site's page; programs get what they can read.
        if (http.Request.Path != Links.AuthorizeDecide && http.Request.Path != Links.LogoutDecide)
            await http.Response.WriteAsJsonAsync(new { error = OpenIddictConstants.Errors.SlowDown }, http.RequestAborted);
    });
}
