using System.Threading.Channels;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Realtime;

namespace Participation.Web.Realtime;

/// <summary>One committed event on its way to the readers.</summary>
public sealed record Announcement(string Channel, long Sequence, ChannelEventKind Kind, int SubjectNumber);

/// <summary>
/// After a commit: evicts cached pages at once and hands the rest to <see cref="LiveBroadcaster"/>. Nothing here can undo or
/// delay the change; an announcement that is lost with the process is found again by the clients' sequence numbers.
/// </summary>
public sealed class Announcer(IOutputCacheStore cache, CountCoalescer counts)
{
    private const int Capacity = 10_000;

    private readonly System.Threading.Channels.Channel<Announcement> _queue = System.Threading.Channels.Channel.CreateBounded<Announcement>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>What waits to be sent.</summary>
    public ChannelReader<Announcement> Queue => _queue.Reader;

    public async Task AnnounceAsync(IEnumerable<Announcement> announcements, IEnumerable<int> countedIdeas, IEnumerable<string> tags)
    {
        foreach (var tag in tags) await cache.EvictByTagAsync(tag, CancellationToken.None);
        foreach (var announcement in announcements) _queue.Writer.TryWrite(announcement);
        foreach (var idea in countedIdeas) counts.Mark(idea);
    }
}
