using System.Collections.Concurrent;

namespace Participation.Web.Realtime;

/// <summary>Who watches what on this node. Only counts leave it; names never do.</summary>
public sealed class Presence
{
    private readonly ConcurrentDictionary<(string Connection, string Channel), string> _watching = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _dirty = new(StringComparer.Ordinal);

    /// <summary>Notes a watcher; false when the connection watches too much already.</summary>
    public bool Enter(string connection, string channel, string language, int limit)
    {
        if (_watching.Keys.Count(key => key.Connection == connection) >= limit) return false;
        if (_watching.TryAdd((connection, channel), language)) Count(channel, 1);
        return true;
    }

    public void Leave(string connection, string channel)
    {
        if (_watching.TryRemove((connection, channel), out _)) Count(channel, -1);
    }

    public void LeaveAll(string connection)
    {
        foreach (var key in _watching.Keys.Where(key => key.Connection == connection)) Leave(connection, key.Channel);
    }

    /// <summary>Connections on this node that watch a channel, with their language.</summary>
    public IReadOnlyList<(string Connection, string Language)> Watchers(string channel) =>
        [.. _watching.Where(pair => pair.Key.Channel == channel).Select(pair => (pair.Key.Connection, pair.Value))];

    /// <summary>Channels whose count changed since the last call, with the count.</summary>
    public IReadOnlyList<LivePresence> TakeChanged()
    {
        var changed = _dirty.Keys.ToList();
        foreach (var channel in changed) _dirty.TryRemove(channel, out _);
        return [.. changed.Select(channel => new LivePresence(channel, _counts.GetValueOrDefault(channel)))];
    }

    private void Count(string channel, int delta)
    {
        if (_counts.AddOrUpdate(channel, Math.Max(delta, 0), (_, count) => Math.Max(count + delta, 0)) == 0) _counts.TryRemove(new(channel, 0));
        _dirty[channel] = 0;
    }
}
