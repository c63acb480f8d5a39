using System.Collections.Concurrent;
using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>Collects ideas whose counts changed, so that readers get a few updates a second however many people vote.</summary>
public sealed class CountCoalescer
{
    private readonly ConcurrentDictionary<int, byte> _dirty = new();

    /// <summary>Rings when there is something to take.</summary>
    public Bell Bell { get; } = new();

    /// <summary>Notes that an idea's counts changed.</summary>
    public void Mark(int ideaNumber)
    {
        _dirty[ideaNumber] = 0;
        Bell.Ring();
    }

    /// <summary>Takes everything noted so far.</summary>
    public IReadOnlyList<int> Take()
    {
        var taken = _dirty.Keys.ToList();
        foreach (var number in taken) _dirty.TryRemove(number, out _);
        return taken;
    }
}
