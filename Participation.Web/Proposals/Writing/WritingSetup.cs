using Participation.Web.Accounts.Organisations;
using Participation.Web.Accounts.OwnData;

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
            // Who writes learns soon that nothing arrives.
            (hub.KeepAliveInterval, hub.ClientTimeoutInterval) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));
        });
        services.AddSingleton<TextAuthority>().AddSingleton<WritingAnnouncer>().AddSingleton<WritingRoom>().AddSingleton<WritingPace>().AddSingleton<WritingBell>()
            .AddSingleton<IMembershipWatch>(provider => provider.GetRequiredService<WritingBell>()).AddHostedService<WritingWatch>();
        return services.AddScoped<TextStore>().AddScoped<PushUpdates>().AddScoped<PullUpdates>().AddScoped<ReadTexts>().AddScoped<SaveSection>().AddScoped<LockTexts>().AddScoped<WritingDoor>().AddScoped<IWritingRights, WritingRights>().AddScoped<IPersonalData, UpdatesOfPerson>();
    }

    public static void MapWriting(this IEndpointRouteBuilder app) => app.MapHub<WritingHub>("/hub/schreiben").AllowAnonymous();
}
