using Microsoft.AspNetCore.Components.Web;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Factors;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;

namespace Participation.Web.Realtime;

/// <summary>Live updates: the hub, catch-up over HTTP, and the services that write channels.</summary>
public static class RealtimeSetup
{
    public static IServiceCollection AddRealtime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Changes>().AddScoped<CatchUpQuery>().AddScoped<HtmlRenderer>().AddScoped<FragmentRenderer>();
        services.AddSingleton<Announcer>().AddSingleton<CountCoalescer>().AddSingleton<Presence>();
        services.AddHostedService<LiveBroadcaster>().AddHostedService<CountBroadcaster>();
        var signalR = services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = 4 * 1024;
            hub.EnableDetailedErrors = false;
        });
        if (configuration["Redis"] is { Length: > 0 } redis) signalR.AddStackExchangeRedis(redis);
        return services;
    }

    public static void MapRealtime(this IEndpointRouteBuilder app)
    {
        app.MapHub<LiveHub>("/hub").AllowAnonymous();
        app.MapGet("/live/{channel}", CatchUpAsync).AllowAnonymous().RequireRateLimiting(Limits.ApiRead).ExcludeFromDescription();
    }

    private static async Task<IResult> CatchUpAsync(string channel, long since, CatchUpQuery catchUp, HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await catchUp.ExecuteAsync(channel, since, http.User.ActorOrNull(), cancel) is { } missed ? Results.Json(missed)
            : http.User.IsUnproven() ? ApiProblems.Refused(new SecondFactorNeeded()) : Results.NotFound();
    }
}
