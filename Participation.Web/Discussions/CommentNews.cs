using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Notifications;

namespace Participation.Web.Discussions;

/// <summary>Tells whom a new visible comment concerns: the person replied to and the idea's author, each once.</summary>
public sealed class CommentNews(ParticipationDbContext db, Notifier notifier)
{
    /// <summary>Called in the transaction in which the comment becomes visible for the first time.</summary>
    public async Task TellAsync(Idea idea, Comment comment, DateTimeOffset now, CancellationToken cancel)
    {
        var (number, key) = (idea.Number ?? 0, $"idea-{idea.Number}-comment-{comment.Number}");
        PersonId? repliedTo = comment.ParentId is { } parent ? await db.Comments.Where(candidate => candidate.Id == parent).Select(candidate => candidate.AuthorId).SingleAsync(cancel) : null;
        if (repliedTo is { } replied && replied != comment.AuthorId)
            await notifier.TellAsync(replied, new Happening(NotificationKind.CommentReplied, number, idea.Title, key, comment.Number), now, cancel);
        if (idea.AuthorId != comment.AuthorId && idea.AuthorId != repliedTo)
            await notifier.TellAsync(idea.AuthorId, new Happening(NotificationKind.IdeaCommented, number, idea.Title, key, comment.Number), now, cancel);
    }
}
