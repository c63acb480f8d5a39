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

/// <summary>A moderator hides a visible comment and says why.</summary>
public sealed class HideComment(ParticipationDbContext db, Changes changes, DecisionBook book, Notifier notifier, CommentVisibility visibility)
{
    public async Task<Refusal?> ExecuteAsync(int idea, int number, Ground ground, string facts, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Idea(idea), Channel.Moderation], cancel);
        var (subject, comment) = await CommentLookup.FindAsync(db, idea, number, cancel);
        if (!actor.IsModerator || comment.AuthorId == actor.Person) return new NotAllowed();
        if (comment.Version != expectedVersion) return new ChangedMeanwhile();
        if (comment.Hide(facts, change.Now) is { } refusal) return refusal;
        await visibility.DisappearAsync(change, subject, comment, cancel);
        var decision = await book.WriteAsync(change, Subject.Of(comment.Id), comment.AuthorId, Measure.Hide, ground, facts, actor, cancel);
        notifier.Tell(comment.AuthorId, new Happening(NotificationKind.CommentHidden, idea, subject.Title, $"decision-{decision}", number, facts), change.Now);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, idea);
        change.Audit("comment.hide", Subject.Of(comment.Id), actor, facts);
        await change.CommitAsync(cancel);
        return null;
    }
}
