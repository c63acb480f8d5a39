using System.Collections.Concurrent;
using System.Diagnostics;

namespace Participation.Web.Hosting;

/// <summary>
/// When each tag was last evicted. A page whose making began before that may show what was there before: it is sent, but not stored.
/// </summary>
public sealed class CacheEvictions
{
    private readonly ConcurrentDictionary<string, long> _last = new(StringComparer.Ordinal);

    /// <summary>A moment on the clock that evictions are noted by.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>Notes that everything with this tag is evicted now.</summary>
    public void Note(string tag) => _last[tag] = Now;

    /// <summary>Whether one of the tags was evicted since a moment.</summary>
    public bool AnySince(IEnumerable<string> tags, long since) => tags.Any(tag => _last.TryGetValue(tag, out var at) && at >= since);
}
