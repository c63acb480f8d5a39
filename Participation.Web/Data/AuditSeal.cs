using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Participation.Domain.Moderation;

namespace Participation.Web.Data;

/// <summary>
/// New entries of the audit log wait here until their transaction commits. Only then are they chained, under the lock of the chain's head: it is the
/// last lock of every transaction, so nobody who holds it waits for anybody.
/// </summary>
internal sealed class AuditSeal(ParticipationDbContext db)
{
    private readonly List<AuditEntry> _waiting = [];

    /// <summary>Whether entries wait to be chained.</summary>
    public bool HasWaiting => _waiting.Count > 0;

    /// <summary>Whether what is about to be saved holds new entries. That old ones are changed or deleted is a bug.</summary>
    public bool FindNew() => db.ChangeTracker.Entries<AuditEntry>().Any(IsNew);

    /// <summary>Takes new entries out of what is about to be saved.</summary>
    public void SetAside()
    {
        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>().Where(IsNew).ToList())
        {
            _waiting.Add(entry.Entity);
            entry.State = EntityState.Detached;
        }
    }

    /// <summary>Chains and stores what waits: locks the head, gives places and hashes, moves the head.</summary>
    public async Task WriteAsync(Func<CancellationToken, Task> save, CancellationToken cancel)
    {
        var head = (await db.AuditHeads.FromSql(
            $"INSERT INTO audit_heads (id, position, hash) VALUES ({AuditHead.Only}, 0, {AuditChain.Origin}) ON CONFLICT (id) DO UPDATE SET position = audit_heads.position RETURNING id, position, hash")
            .AsNoTracking().ToListAsync(cancel))[0];
        head.Seal(_waiting);
        db.AuditEntries.AddRange(_waiting);
        _waiting.Clear();
        await save(cancel);
        await db.AuditHeads.Where(row => row.Id == AuditHead.Only)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Position, head.Position).SetProperty(row => row.Hash, head.Hash), cancel);
    }

    /// <summary>The transaction did not happen, and neither did what they say.</summary>
    public void Drop() => _waiting.Clear();

    private static bool IsNew(EntityEntry<AuditEntry> entry) => entry.State switch
    {
        EntityState.Added => true,
        EntityState.Modified or EntityState.Deleted => throw new InvalidOperationException("The audit log is only ever added to."),
        _ => false,
    };
}
