using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Participation.Domain.Realtime;
using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>Sends committed events to the channels' groups, each fragment rendered once per language.</summary>
internal sealed class LiveBroadcaster(Announcer announcer, IServiceScopeFactory scopes, IHubContext<LiveHub> hub, ILogger<LiveBroadcaster> log)
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
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
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
        if (!owner.IsForStaff && !await owner.MayWatchAsync(announcement.Channel, viewer: null, cancel))
        {
            await CloseAsync(announcement.Channel, cancel);
            return;
        }

        var happened = ChannelEvent.Of(announcement.Channel, announcement.Sequence, announcement.Kind, announcement.SubjectNumber, default);
        foreach (var language in Languages.All)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
            foreach (var change in await owner.RenderAsync(announcement.Channel, [happened], cancel))
                await hub.Clients.Group(LiveGroups.Of(announcement.Channel, language)).SendAsync("Changed", change, cancel);
        }
    }

    /// <summary>A channel that visitors may not read any more says nothing but that it closed, on every node; who may still read joins again and is told what is new by joining.</summary>
    private async Task CloseAsync(string channel, CancellationToken cancel)
    {
        foreach (var language in Languages.All) await hub.Clients.Group(LiveGroups.Of(channel, language)).SendAsync("Closed", channel, cancel);
    }
}
