using System.Collections.Concurrent;
using Participation.Web.Hosting;

namespace Participation.Web.Realtime;

/// <summary>Collects ideas whose counts changed, and other numbers that channels show, so that readers get a few updates a second however many people vote.</summary>
public sealed class CountCoalescer
{
    private readonly ConcurrentDictionary<int, byte> _dirty = new();
    private readonly ConcurrentDictionary<(string Channel, int Number), byte> _totals = new();

    /// <summary>Rings when there is something to take.</summary>
    public Bell Bell { get; } = new();

    /// <summary>Notes that an idea's counts changed.</summary>
    public void Mark(int ideaNumber)
    {
        _dirty[ideaNumber] = 0;
        Bell.Ring();
    }

    /// <summary>Notes that a number changed that belongs to a subject of a channel.</summary>
    public void Mark(string channel, int number)
    {
        _totals[(channel, number)] = 0;
        Bell.Ring();
    }

    /// <summary>Takes all subjects noted so far, by their channel.</summary>
    public ILookup<string, int> TakeTotals()
    {
        var taken = _totals.Keys.ToList();
        foreach (var total in taken) _totals.TryRemove(total, out _);
        return taken.ToLookup(total => total.Channel, total => total.Number, StringComparer.Ordinal);
    }

    /// <summary>Takes all ideas noted so far.</summary>
    public IReadOnlyList<int> Take()
    {
        var taken = _dirty.Keys.ToList();
        foreach (var number in taken) _dirty.TryRemove(number, out _);
        return taken;
    }
}
