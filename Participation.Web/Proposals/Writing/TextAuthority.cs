using System.Collections.Concurrent;
using Participation.Domain.Proposals;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Writing;

/// <summary>Decides in which order what is written becomes part of a text. Keeps the texts in memory that were written last.</summary>
public sealed class TextAuthority(IServiceScopeFactory scopes, WritingAnnouncer announcer) : IDisposable
{
    /// <summary>Most texts in memory.</summary>
    public const int MostTexts = 200;

    /// <summary>Most text in memory, in code units.</summary>
    public const long MostSize = 20_000_000;

    private readonly ConcurrentDictionary<SharedTextId, TextDesk> _desks = new();
    private long _uses;

    /// <summary>Stores what was written, moved over what others wrote since.</summary>
    /// <returns>The version it is stored in, or why nothing of it is.</returns>
    public async Task<Outcome<int>> PushAsync(SharedTextId id, TextPush push)
    {
        var desk = _desks.GetOrAdd(id, key => new TextDesk(key, scopes, announcer));
        desk.UsedAt = Interlocked.Increment(ref _uses);
        try
        {
            return await desk.PushAsync(push);
        }
        finally
        {
            Forget(desk);
        }
    }

    public void Dispose()
    {
        foreach (var desk in _desks.Values) desk.Dispose();
    }

    /// <summary>Lets go of what was not written for longest. A desk that somebody gets hold of meanwhile only finds that the version has changed.</summary>
    private void Forget(TextDesk used)
    {
        if (_desks.Count <= MostTexts && _desks.Values.Sum(desk => desk.Size) <= MostSize) return;
        var oldest = _desks.Where(desk => desk.Value != used && desk.Value.IsIdle).OrderBy(desk => desk.Value.UsedAt).FirstOrDefault();
        if (oldest.Value is not null) _desks.TryRemove(oldest);
    }
}
