using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Notifications;

/// <summary>How much of a person's inbox is unread, for the header.</summary>
public sealed class InboxCount(ParticipationDbContext db)
{
    /// <summary>Unread entries, 99 at most.</summary>
    public Task<int> UnreadAsync(PersonId person, CancellationToken cancel) =>
        db.Notifications.Where(n => n.PersonId == person && n.ReadAt == null).Take(99).CountAsync(cancel);
}
