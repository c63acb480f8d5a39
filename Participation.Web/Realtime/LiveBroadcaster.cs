using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Participation.Domain.Realtime;
using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>Sends committed events to the channels' groups, each fragment rendered once per language.</summary>
internal sealed class LiveBroadcaster(Announcer announcer, IServiceScopeFactory scopes, IHubContext<LiveHub> hub, Presence presence, ILogger<LiveBroadcaster> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var announcement in announcer.Queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(announcement, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Clients notice the gap in the sequence and catch up by themselves.
                log.LogError(error, "Event {Sequence} of channel {Channel} was not sent", announcement.Sequence, announcement.Channel);
            }
        }
    }

    private async Task SendAsync(Announcement announcement, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var owner = scope.ServiceProvider.GetServices<IChannelFragments>().FirstOrDefault(candidate => candidate.Owns(announcement.Channel));
        if (owner is null) return;
        var happened = ChannelEvent.Of(announcement.Channel, announcement.Sequence, announcement.Kind, announcement.SubjectNumber, default);
        foreach (var language in Languages.All)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
            foreach (var change in await owner.RenderAsync(announcement.Channel, [happened], cancel))
                await hub.Clients.Group(LiveGroups.Of(announcement.Channel, language)).SendAsync("Changed", change, cancel);
        }

        await CloseIfForbiddenAsync(announcement, owner, cancel);
    }

    /// <summary>A channel that visitors may not read any more loses all its subscriptions; who may still read joins again.</summary>
    private async Task CloseIfForbiddenAsync(Announcement announcement, IChannelFragments owner, CancellationToken cancel)
    {
        if (announcement.Kind is not ChannelEventKind.IdeaRemoved || await owner.MayWatchAsync(announcement.Channel, viewer: null, cancel)) return;
        foreach (var (connection, language) in presence.Watchers(announcement.Channel))
        {
            await hub.Clients.Client(connection).SendAsync("Closed", announcement.Channel, cancel);
            await hub.Groups.RemoveFromGroupAsync(connection, LiveGroups.Of(announcement.Channel, language), cancel);
            presence.Leave(connection, announcement.Channel);
        }
    }
}
