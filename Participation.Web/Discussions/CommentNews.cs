using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Notifications;

namespace Participation.Web.Discussions;

/// <summary>Tells whom a new visible comment concerns: the person replied to, the idea's author and whom it names, each once.</summary>
public sealed class CommentNews(ParticipationDbContext db, Notifier notifier, MentionedPeople mentioned)
{
    /// <summary>Called in the transaction in which the comment becomes visible for the first time.</summary>
    public async Task TellAsync(IDiscussed home, Comment comment, DateTimeOffset now, CancellationToken cancel)
    {
        var (about, key) = (home.Discussion, $"{(home.Discussion.IsIdea ? "idea" : "passage")}-{home.Discussion.Number}-comment-{comment.Number}");
        PersonId? repliedTo = comment.ParentId is { } parent ? await db.Comments.Where(candidate => candidate.Id == parent).Select(candidate => candidate.AuthorId).SingleAsync(cancel) : null;
        if (repliedTo is { } replied && replied != comment.AuthorId)
            await notifier.TellAsync(replied, new Happening(NotificationKind.CommentReplied, about, home.Title, key, comment.Number), now, cancel);
        if (home.Writer is { } writer && writer != comment.AuthorId && writer != repliedTo)
            await notifier.TellAsync(writer, new Happening(NotificationKind.IdeaCommented, about, home.Title, key, comment.Number), now, cancel);
        var named = (await mentioned.FindAsync(comment.Body.Markdown, cancel)).Select(person => person.Id).Where(person => person != comment.AuthorId && person != repliedTo && person != home.Writer).ToList();
        if (named.Count == 0) return;
        var joined = await db.People.Where(person => person.Id == comment.AuthorId).Select(person => person.JoinedAt).SingleAsync(cancel);
        foreach (var person in named.Take(Notification.MentionsTold(joined, now)))
            await notifier.TellAsync(person, new Happening(NotificationKind.CommentMentioned, about, home.Title, key, comment.Number), now, cancel);
    }
}
