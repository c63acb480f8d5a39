using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Data;

namespace Participation.Web.Notifications;

/// <summary>Marks entries of one's own inbox as read.</summary>
public sealed class ReadInbox(ParticipationDbContext db, TimeProvider clock)
{
    /// <summary>Marks one entry, if it is the person's.</summary>
    public Task OneAsync(NotificationId id, PersonId person, CancellationToken cancel) =>
        MarkAsync(db.Notifications.Where(n => n.Id == id && n.PersonId == person), cancel);

    /// <summary>Marks all entries.</summary>
    public Task AllAsync(PersonId person, CancellationToken cancel) => MarkAsync(db.Notifications.Where(n => n.PersonId == person), cancel);

    private async Task MarkAsync(IQueryable<Notification> entries, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await using var transaction = await db.BeginWriteAsync(cancel);
        await entries.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancel);
        await transaction.CommitAsync(cancel);
    }
}
