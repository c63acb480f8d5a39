using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Notifications;

/// <summary>Marks entries of one's own inbox as read.</summary>
public sealed class ReadInbox(ParticipationDbContext db, TimeProvider clock)
{
    /// <summary>Marks one entry.</summary>
    /// <returns>Where it leads, or null when the person has no such entry.</returns>
    public async Task<string?> OpenAsync(NotificationId id, PersonId person, CancellationToken cancel)
    {
        var entry = await db.Notifications.AsNoTracking().Where(n => n.Id == id && n.PersonId == person)
            .Select(n => new { n.IdeaNumber, n.CommentNumber, n.Title }).SingleOrDefaultAsync(cancel);
        if (entry is null) return null;
        await MarkAsync(db.Notifications.Where(n => n.Id == id && n.PersonId == person), cancel);
        return entry.CommentNumber is { } comment ? Links.Comment(entry.IdeaNumber, comment) : Links.Idea(entry.IdeaNumber);
    }

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
