using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Web.Data;

namespace Participation.Web.Ideas;

/// <summary>Inboxes name an idea by its title, and some by the reason its author gave. What is taken out of the idea goes from there too.</summary>
public sealed class IdeaTitles(ParticipationDbContext db)
{
    /// <param name="idea">The idea.</param>
    /// <param name="number">Its number.</param>
    /// <param name="title">The title it has from now on.</param>
    /// <param name="cancel">Cancels.</param>
    internal async Task ReplaceAsync(IdeaId idea, int number, string title, CancellationToken cancel)
    {
        await db.Notifications.Where(notification => notification.DiscussionKind == SubjectKind.Idea && notification.IdeaNumber == number).ExecuteUpdateAsync(set => set.SetProperty(notification => notification.Title, title), cancel);
        await db.Notifications.Where(notification => notification.DiscussionKind == SubjectKind.Idea && notification.IdeaNumber == number && notification.Kind == NotificationKind.IdeaStatusChanged)
            .ExecuteUpdateAsync(set => set.SetProperty(notification => notification.Detail, (string?)null), cancel);
        var sources = await db.Ideas.Where(source => source.MergedIntoId == idea && source.Number != null).Select(source => source.Number ?? 0).ToListAsync(cancel);
        await db.Notifications.Where(notification => notification.DiscussionKind == SubjectKind.Idea && notification.Kind == NotificationKind.IdeaMerged && sources.Contains(notification.IdeaNumber))
            .ExecuteUpdateAsync(set => set.SetProperty(notification => notification.Detail, title), cancel);
    }
}
