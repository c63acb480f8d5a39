using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Web.Data;

namespace Participation.Web.Notifications;

/// <summary>One entry as it is shown.</summary>
public sealed record InboxItem(NotificationId Id, NotificationKind Kind, DiscussionKey Discussion, int? CommentNumber, string Title, string? Detail, DateTimeOffset At, bool IsUnread, int? CaseNumber = null);

/// <summary>One page of an inbox.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Total">All entries of the person.</param>
/// <param name="Number">This page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="HasUnread">Whether anything is unread, on whichever page.</param>
public sealed record InboxPage(IReadOnlyList<InboxItem> Items, int Total, int Number, int Pages, bool HasUnread);

/// <summary>Reads inboxes; everything here asks for the person first.</summary>
public sealed class InboxQueries(ParticipationDbContext db)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 20;

    /// <summary>One page; a number that is too high gives the last one.</summary>
    public async Task<InboxPage> PageAsync(PersonId person, int number, CancellationToken cancel)
    {
        var own = db.Notifications.AsNoTracking().Where(notification => notification.PersonId == person);
        var total = await own.CountAsync(cancel);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(number, 1, pages);
        var items = await own.OrderByDescending(notification => notification.At).ThenByDescending(notification => notification.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(n => new InboxItem(n.Id, n.Kind, DiscussionKey.Of(n.DiscussionKind, n.IdeaNumber), n.CommentNumber, n.Title, n.Detail, n.At, n.ReadAt == null, n.CaseNumber))
            .ToListAsync(cancel);
        return new InboxPage(items, total, page, pages, await own.AnyAsync(notification => notification.ReadAt == null, cancel));
    }
}
