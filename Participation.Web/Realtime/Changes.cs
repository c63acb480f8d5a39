using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Data;

namespace Participation.Web.Realtime;

/// <summary>
/// How every use case writes: a transaction that holds the locks of the channels it changes, so that all changes to an
/// idea and its discussion happen one after another on either database, and their events are numbered without gaps.
/// </summary>
public sealed class Changes(ParticipationDbContext db, TimeProvider clock, Announcer announcer)
{
    /// <summary>Begins a change of the given channels. Channels are locked in one order everywhere, so two changes cannot block each other.</summary>
    public async Task<Change> BeginAsync(IEnumerable<string> channels, CancellationToken cancel)
    {
        var transaction = await db.BeginWriteAsync(cancel);
        try
        {
            foreach (var channel in channels.Distinct().Order(StringComparer.Ordinal)) await db.LockChannelAsync(channel, cancel);
            return new Change(db, transaction, announcer, clock.GetUtcNow());
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}

/// <summary>One running change. Disposed without <see cref="CommitAsync"/> it never happened.</summary>
public sealed class Change(ParticipationDbContext db, WriteTransaction transaction, Announcer announcer, DateTimeOffset now) : IAsyncDisposable
{
    private readonly List<(string Channel, ChannelEventKind Kind, int Number)> _events = [];
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);
    private readonly HashSet<int> _counted = [];
    private readonly HashSet<(string Channel, int Number)> _totals = [];
    private readonly List<Action> _told = [];

    /// <summary>The instant of the change, the same for everything in it.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Announces an event on a channel that was named at the beginning.</summary>
    public void Append(string channel, ChannelEventKind kind, int subjectNumber) => _events.Add((channel, kind, subjectNumber));

    /// <summary>Says that counts of an idea changed; sent as absolute numbers, coalesced, without an event of its own.</summary>
    public void Counted(int ideaNumber) => _counted.Add(ideaNumber);

    /// <summary>Says that the number of a subject of a channel changed, such as its likes; sent as <see cref="Counted(int)"/> does.</summary>
    public void Counted(string channel, int subject) => _totals.Add((channel, subject));

    /// <summary>Names cached pages that show what was changed.</summary>
    public void Evict(string tag) => _tags.Add(tag);

    /// <summary>Does something once it has happened, such as sending a mail.</summary>
    public void Then(Action told) => _told.Add(told);

    /// <summary>Writes an audit entry in the same transaction.</summary>
    public void Audit(string action, Subject subject, Actor? actor, string? detail = null) =>
        db.AuditEntries.Add(AuditEntry.Of(action, subject, actor?.Person, now, detail));

    /// <summary>Saves, numbers the events, commits, and then tells caches and readers.</summary>
    public async Task CommitAsync(CancellationToken cancel)
    {
        var announced = new List<Announcement>();
        foreach (var channel in _events.GroupBy(e => e.Channel, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var list = channel.ToList();
            var sequence = await db.AdvanceChannelAsync(channel.Key, list.Count, cancel) - list.Count;
            foreach (var (key, kind, number) in list)
            {
                db.ChannelEvents.Add(ChannelEvent.Of(key, ++sequence, kind, number, now));
                announced.Add(new Announcement(key, sequence, kind, number));
            }
        }

        await db.SaveChangesAsync(cancel);
        // From here on it has happened: whoever asked for it may be gone, caches and readers still learn of it.
        await transaction.CommitAsync(CancellationToken.None);
        await announcer.AnnounceAsync(announced, _counted, _totals, _tags);
        foreach (var tell in _told) tell();
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
