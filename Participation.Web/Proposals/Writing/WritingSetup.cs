using Microsoft.AspNetCore.SignalR;

namespace Participation.Web.Proposals.Writing;

/// <summary>Shared texts, written live.</summary>
public static class WritingSetup
{
    public static IServiceCollection AddWriting(this IServiceCollection services)
    {
        services.AddSignalR().AddHubOptions<WritingHub>(hub =>
        {
            hub.MaximumReceiveMessageSize = WritingHub.MostBytes;
            hub.EnableDetailedErrors = false;
        });
        services.AddSingleton<TextAuthority>().AddSingleton<WritingAnnouncer>().AddSingleton<WritingRoom>().AddSingleton<WritingPace>().AddHostedService<WritingWatch>();
        return services.AddScoped<TextStore>().AddScoped<PushUpdates>().AddScoped<PullUpdates>().AddScoped<ReadTexts>().AddScoped<WritingDoor>().AddScoped<IWritingRights, WritingRights>();
    }

    public static void MapWriting(this IEndpointRouteBuilder app) => app.MapHub<WritingHub>("/hub/schreiben").AllowAnonymous();
}
