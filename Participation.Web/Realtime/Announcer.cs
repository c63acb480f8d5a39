using System.Threading.Channels;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Realtime;
using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>One committed event on its way to the readers.</summary>
public sealed record Announcement(string Channel, long Sequence, ChannelEventKind Kind, int SubjectNumber);

/// <summary>
/// After a commit: evicts cached pages at once and hands the rest to <see cref="LiveBroadcaster"/>. Nothing here can undo or
/// delay the change; an announcement that is lost with the process is found again by the clients' sequence numbers.
/// </summary>
public sealed class Announcer(IOutputCacheStore cache, CacheEvictions evictions, CountCoalescer counts, ILogger<Announcer> log)
{
    private const int Capacity = 10_000;

    private readonly System.Threading.Channels.Channel<Announcement> _queue = System.Threading.Channels.Channel.CreateBounded<Announcement>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>What waits to be sent.</summary>
    public ChannelReader<Announcement> Queue => _queue.Reader;

    public async Task AnnounceAsync(IEnumerable<Announcement> announcements, IEnumerable<int> countedIdeas, IEnumerable<(string Channel, int Number)> totals, IEnumerable<string> tags)
    {
        foreach (var announcement in announcements) _queue.Writer.TryWrite(announcement);
        foreach (var idea in countedIdeas) counts.Mark(idea);
        foreach (var (channel, number) in totals) counts.Mark(channel, number);
        foreach (var tag in tags) await EvictAsync(tag);
    }

    /// <summary>A cache that cannot be reached does not undo what was committed; the page leaves it by its age.</summary>
    private async Task EvictAsync(string tag)
    {
        evictions.Note(tag);
        try
        {
            await cache.EvictByTagAsync(tag, CancellationToken.None);
        }
        catch (Exception error)
        {
            log.LogError(error, "Pages tagged {Tag} could not be evicted", tag);
        }
    }
}
