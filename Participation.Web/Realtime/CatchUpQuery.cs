using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Realtime;

/// <summary>Everything that happened on a channel since a number: the same answer over the hub and over HTTP.</summary>
public sealed class CatchUpQuery(ParticipationDbContext db, IEnumerable<IChannelFragments> fragments, IEnumerable<IChannelTotals> totals)
{
    /// <summary>Most events that are caught up with; beyond that a page is cheaper.</summary>
    public const int Backlog = 500;

    /// <summary>Whether a channel exists for this viewer.</summary>
    public async Task<bool> MayWatchAsync(string channel, Actor? viewer, CancellationToken cancel) =>
        fragments.FirstOrDefault(candidate => candidate.Owns(channel)) is { } owner && await owner.MayWatchAsync(channel, viewer, cancel);

    /// <returns>The changes, or null when the channel does not exist for this viewer.</returns>
    public async Task<CatchUp?> ExecuteAsync(string channel, long since, Actor? viewer, CancellationToken cancel)
    {
        var owner = fragments.FirstOrDefault(candidate => candidate.Owns(channel));
        if (owner is null || !await owner.MayWatchAsync(channel, viewer, cancel)) return null;
        var numbers = totals.FirstOrDefault(candidate => candidate.Owns(channel)) is { } counting ? await counting.ReadAsync(channel, null, cancel) : null;
        return await MissedAsync(owner, channel, since, cancel) with { Totals = numbers };
    }

    private async Task<CatchUp> MissedAsync(IChannelFragments owner, string channel, long since, CancellationToken cancel)
    {
        var newest = await db.Channels.Where(c => c.Key == channel).Select(c => c.Sequence).SingleOrDefaultAsync(cancel);
        if (since < 0 || since > newest || newest - since > Backlog) return new CatchUp(newest, Reload: true, []);
        if (since == newest) return new CatchUp(newest, Reload: false, []);
        var events = await db.ChannelEvents.AsNoTracking().Where(e => e.ChannelKey == channel && e.Sequence > since && e.Sequence <= newest)
            .OrderBy(e => e.Sequence).ToListAsync(cancel);
        return new CatchUp(newest, Reload: false, await owner.RenderAsync(channel, events, cancel));
    }
}
