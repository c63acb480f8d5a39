using System.Globalization;
using Microsoft.AspNetCore.SignalR;
using Participation.Domain.Realtime;
using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>Renders the counts of ideas; registered by Ideas.</summary>
public interface ICountFragments
{
    /// <summary>Counts and bars of public ideas, in the current UI language, by one query.</summary>
    Task<IReadOnlyList<LiveCounts>> RenderAsync(IReadOnlyList<int> ideaNumbers, CancellationToken cancel);
}

/// <summary>Sends changed counts and presence a few times a second at most, and does nothing while nothing changes.</summary>
internal sealed class CountBroadcaster(CountCoalescer counts, Presence presence, IServiceScopeFactory scopes, IHubContext<LiveHub> hub, TimeProvider clock, ILogger<CountBroadcaster> log)
    : BackgroundService
{
    private static readonly TimeSpan CountPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PresencePause = TimeSpan.FromMilliseconds(1500);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        SendAsync(counts.Bell, CountPause, () => SendChangedAsync(stoppingToken), stoppingToken),
        SendAsync(presence.Bell, PresencePause, () => SendPresenceAsync(stoppingToken), stoppingToken));

    private async Task SendAsync(Bell bell, TimeSpan pause, Func<Task> send, CancellationToken stop)
    {
        while (true)
        {
            await bell.WaitAsync(stop);
            await Task.Delay(pause, clock, stop); // What happens in this time goes along.
            bell.Answer();
            await Rounds.OnceAsync(log, send, nameof(CountBroadcaster), stop);
        }
    }

    private async Task SendChangedAsync(CancellationToken cancel)
    {
        await SendCountsAsync(counts.Take(), cancel);
        await SendTotalsAsync(counts.TakeTotals(), cancel);
    }

    /// <summary>Numbers are the same in every language.</summary>
    private async Task SendTotalsAsync(ILookup<string, int> changed, CancellationToken cancel)
    {
        if (changed.Count == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        foreach (var channel in changed)
        {
            if (scope.ServiceProvider.GetServices<IChannelTotals>().FirstOrDefault(owner => owner.Owns(channel.Key)) is not { } owner) continue;
            var totals = new LiveTotals(channel.Key, await owner.ReadAsync(channel.Key, [.. channel], cancel));
            foreach (var language in Languages.All) await hub.Clients.Group(LiveGroups.Of(channel.Key, language)).SendAsync("Totals", totals, cancel);
        }
    }

    private async Task SendCountsAsync(IReadOnlyList<int> ideas, CancellationToken cancel)
    {
        if (ideas.Count == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var fragments = scope.ServiceProvider.GetRequiredService<ICountFragments>();
        foreach (var language in Languages.All)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
            var rendered = await fragments.RenderAsync(ideas, cancel);
            foreach (var idea in rendered)
                await hub.Clients.Group(LiveGroups.Of(Channel.Idea(idea.Idea), language)).SendAsync("Counts", new[] { idea }, cancel);
            if (rendered.Count > 0) await hub.Clients.Group(LiveGroups.Of(Channel.Ideas, language)).SendAsync("Counts", rendered, cancel);
        }
    }

    private async Task SendPresenceAsync(CancellationToken cancel)
    {
        // Each node counts its own readers and tells only them: with two nodes the number is low rather than jumping.
        foreach (var changed in presence.TakeChanged())
            if (presence.Watchers(changed.Channel) is { Count: > 0 } watchers) await hub.Clients.Clients(watchers).SendAsync("Presence", changed, cancel);
    }
}
