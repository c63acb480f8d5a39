using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;

namespace Participation.Web.Notifications;

/// <summary>A person's inbox.</summary>
internal sealed class InboxOfPerson(ParticipationDbContext db) : IPersonalData
{
    private const int Batch = 500;

    public int Order => 70;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Notification)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var entries = await db.Notifications.AsNoTracking().Where(notification => notification.PersonId == person).OrderBy(notification => notification.At).ToListAsync(cancel);
        return [new("inbox", [.. entries.Select(entry => new ExportItem(
            ("message", InboxText.Of(new InboxItem(entry.Id, entry.Kind, entry.Discussion, entry.CommentNumber, entry.Title, entry.Detail, entry.At, entry.ReadAt is null))),
            ("kind", entry.Kind.ToString()), ("detail", entry.Detail), ("at", entry.At), ("readAt", entry.ReadAt)))])];
    }

    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var some = await db.Notifications.Where(notification => notification.PersonId == who.Id).OrderBy(notification => notification.At).Take(Batch).Select(notification => notification.Id).ToListAsync(cancel);
        await db.Notifications.Where(notification => some.Contains(notification.Id)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return some.Count > 0;
    }
}
