using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>Who watches what on this node. Only counts leave it; names never do.</summary>
public sealed class Presence
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<string>> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _connections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dirty = new(StringComparer.Ordinal);

    /// <summary>Rings when a count changed.</summary>
    public Bell Bell { get; } = new();

    /// <summary>Notes a watcher; false when the connection watches too much already.</summary>
    public bool Enter(string connection, string channel, int limit)
    {
        lock (_gate)
        {
            var mine = Of(_connections, connection);
            if (!mine.Contains(channel) && mine.Count >= limit) return false;
            if (mine.Add(channel) && Of(_channels, channel).Add(connection)) Changed(channel);
            return true;
        }
    }

    /// <summary>A connection watches nothing any more.</summary>
    public void LeaveAll(string connection)
    {
        lock (_gate)
        {
            if (!_connections.Remove(connection, out var mine)) return;
            foreach (var channel in mine)
            {
                var watchers = Of(_channels, channel);
                watchers.Remove(connection);
                if (watchers.Count == 0) _channels.Remove(channel);
                Changed(channel);
            }
        }
    }

    /// <summary>Connections on this node that watch a channel.</summary>
    public IReadOnlyList<string> Watchers(string channel)
    {
        lock (_gate) return _channels.TryGetValue(channel, out var watchers) ? [.. watchers] : [];
    }

    /// <summary>Channels whose count changed since the last call, with the count.</summary>
    public IReadOnlyList<LivePresence> TakeChanged()
    {
        lock (_gate)
        {
            LivePresence[] changed = [.. _dirty.Select(channel => new LivePresence(channel, _channels.TryGetValue(channel, out var watchers) ? watchers.Count : 0))];
            _dirty.Clear();
            return changed;
        }
    }

    private void Changed(string channel)
    {
        _dirty.Add(channel);
        Bell.Ring();
    }

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> index, string key)
    {
        if (!index.TryGetValue(key, out var set)) index[key] = set = new HashSet<string>(StringComparer.Ordinal);
        return set;
    }
}
