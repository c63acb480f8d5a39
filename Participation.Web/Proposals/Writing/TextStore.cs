using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;

namespace Participation.Web.Proposals.Writing;

/// <summary>Reads texts and stores what was written. The row's version is the lease: of two processes that store at once one finds it changed.</summary>
public sealed class TextStore(ParticipationDbContext db, TimeProvider clock)
{
    private const int MostReplayed = 20_000;

    internal async Task<LiveText?> LoadAsync(SharedTextId id, CancellationToken cancel)
    {
        var row = await db.SharedTexts.AsNoTracking().SingleOrDefaultAsync(text => text.Id == id, cancel);
        if (row is null) return null;
        var from = Math.Max(0, Math.Min(row.SnapshotVersion, row.Version - LiveText.MostRecent));
        var recent = await UpdatesAsync(id, from, row.Version, cancel);
        var text = recent.Skip(row.SnapshotVersion - from).Aggregate(row.Snapshot, (text, update) => update.Changes.Apply(text));
        return new LiveText(id, text, row.Version, row.SnapshotVersion, row.IsOpen, recent);
    }

    /// <summary>Brings a text in memory up to date.</summary>
    internal async Task<LiveText?> CatchUpAsync(LiveText live, CancellationToken cancel)
    {
        var row = await db.SharedTexts.AsNoTracking().Where(text => text.Id == live.Id).Select(text => new { text.Version, text.SnapshotVersion, text.IsOpen }).SingleOrDefaultAsync(cancel);
        if (row is null || row.Version < live.Version || row.Version - live.Version > LiveText.MostRecent) return await LoadAsync(live.Id, cancel);
        live.CatchUp(await UpdatesAsync(live.Id, live.Version, row.Version, cancel), row.SnapshotVersion, row.IsOpen);
        return live;
    }

    /// <summary>Keeps everybody else from storing until the transaction is over.</summary>
    public async Task<WriteTransaction> LockAsync(SharedTextId id, CancellationToken cancel)
    {
        var transaction = await db.BeginWriteAsync(cancel);
        await db.SharedTexts.Where(text => text.Id == id).ExecuteUpdateAsync(text => text.SetProperty(t => t.Version, t => t.Version), cancel);
        return transaction;
    }

    /// <summary>The text as it was at a version; null when too much would have to be read for it.</summary>
    public async Task<string?> AtAsync(SharedTextId id, int version, CancellationToken cancel)
    {
        var start = await db.SharedTexts.AsNoTracking().Where(text => text.Id == id).Select(text => new { text.Beginning, text.Snapshot, text.SnapshotVersion }).SingleAsync(cancel);
        var (text, from) = start.SnapshotVersion <= version ? (start.Snapshot, start.SnapshotVersion) : (start.Beginning, 0);
        if (version - from > MostReplayed) return null;
        return (await UpdatesAsync(id, from, version, cancel)).Aggregate(text, (now, update) => update.Changes.Apply(now));
    }

    /// <summary>The updates after a version, up to another.</summary>
    public async Task<List<PendingUpdate>> UpdatesAsync(SharedTextId id, int since, int until, CancellationToken cancel) =>
        (await db.SharedTextUpdates.AsNoTracking().Where(update => update.TextId == id && update.Version > since && update.Version <= until).OrderBy(update => update.Version)
            .Select(update => new { update.Client, update.Changes }).ToListAsync(cancel)).ConvertAll(update => new PendingUpdate(update.Client, ChangeSet.Parse(update.Changes)));

    /// <summary>Stores a batch in one transaction.</summary>
    /// <param name="live">What the batch goes on from.</param>
    /// <param name="batch">What was written.</param>
    /// <param name="locked">The transaction that keeps everybody else out, when there is one.</param>
    /// <param name="cancel">Ends it without anything stored.</param>
    /// <returns>The version of the newest snapshot; null when somebody else wrote or closed the text in the meantime, and nothing was stored.</returns>
    internal async Task<int?> StoreAsync(LiveText live, TextBatch batch, WriteTransaction? locked, CancellationToken cancel)
    {
        var (now, version, before) = (clock.GetUtcNow(), batch.Version, live.Version);
        var snapshots = version - live.SnapshotVersion >= SharedText.SnapshotEvery;
        await using var own = locked is null ? await db.BeginWriteAsync(cancel) : null;
        var row = db.SharedTexts.Where(text => text.Id == live.Id && text.Version == before && text.IsOpen);
        var changed = snapshots
            ? await row.ExecuteUpdateAsync(text => text.SetProperty(t => t.Version, version).SetProperty(t => t.Snapshot, batch.Text).SetProperty(t => t.SnapshotVersion, version), cancel)
            : await row.ExecuteUpdateAsync(text => text.SetProperty(t => t.Version, version), cancel);
        if (changed == 0) return null;
        db.SharedTextUpdates.AddRange(batch.Added.Select((added, i) => SharedTextUpdate.Of(live.Id, before + i + 1, added.Update, added.From.By.Person, added.From.By.Organisation, now)));
        await db.SaveChangesAsync(cancel);
        await (locked ?? own!).CommitAsync(cancel);
        return snapshots ? version : live.SnapshotVersion;
    }
}
