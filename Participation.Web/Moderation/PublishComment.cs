using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator publishes a queued or declined comment.</summary>
public sealed class PublishComment(ParticipationDbContext db, Changes changes, DecisionBook book, Notifier notifier, CommentVisibility visibility, CommentNews news)
{
    public async Task<Refusal?> ExecuteAsync(int idea, int number, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Idea(idea), Channel.Moderation], cancel);
        var (subject, comment) = await CommentLookup.FindAsync(db, idea, number, cancel);
        if (!actor.IsModerator || comment.AuthorId == actor.Person) return new NotAllowed();
        if (comment.Version != expectedVersion) return new ChangedMeanwhile();
        if (comment.Publish() is { } refusal) return refusal;
        await visibility.AppearAsync(change, subject, comment, cancel);
        if (subject.IsPublic) await news.TellAsync(subject, comment, change.Now, cancel);
        var decision = await book.WriteAsync(change, Subject.Of(comment.Id), comment.AuthorId, Measure.Publish, Ground.None, "", actor, cancel);
        notifier.Tell(comment.AuthorId, new Happening(NotificationKind.CommentPublished, idea, subject.Title, $"decision-{decision}", number), change.Now);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, idea);
        change.Audit("comment.publish", Subject.Of(comment.Id), actor);
        await change.CommitAsync(cancel);
        return null;
    }
}
