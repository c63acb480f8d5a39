using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>The shape that every decision on a comment has: locked, checked, decided, written down, told, announced, in one transaction.</summary>
public sealed class CommentCase(ParticipationDbContext db, Changes changes, DecisionBook book, SettleComplaint complaints, Notifier notifier)
{
    /// <param name="order">Which discussion's comment; the version is the comment's.</param>
    /// <param name="comment">Number of the comment.</param>
    /// <param name="action">Name in the audit log.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="statement">Measure, ground and facts.</param>
    /// <param name="told">What the author is told; null for nothing.</param>
    /// <param name="follow">What follows for the discussion.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> DecideAsync(
        CaseOrder order, int comment, string action, Func<Comment, DateTimeOffset, Refusal?> rule, Statement statement, NotificationKind? told,
        Func<Change, IDiscussed, Comment, Task> follow, CancellationToken cancel)
    {
        var (number, version, actor) = order;
        await using var change = await changes.BeginAsync([order.Discussion.Channel, Channel.Moderation], cancel);
        var (subject, found) = await db.CommentAsync(order.Discussion, comment, cancel);
        if (!actor.IsModerator || found.AuthorId == actor.Person) return new NotAllowed();
        if (found.Version != version) return new ChangedMeanwhile();
        if (order.Complaint is { } hand && await complaints.ExecuteAsync(change, Matter.Of(subject, found), hand, actor, cancel) is { } no) return no;
        if (rule(found, change.Now) is { } refusal) return refusal;
        await follow(change, subject, found);
        var decision = await book.WriteAsync(change, Matter.Of(subject, found), order.Complete(statement), actor, order.Complaint is not null, cancel);
        if (told is { } kind) await notifier.TellAsync(found.AuthorId, new Happening(kind, subject.Discussion, subject.Title, $"decision-{decision}", comment, statement.FactsOrNull, decision), change.Now, cancel);
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, number);
        change.Audit(action, Subject.Of(found.Id), actor, statement.FactsOrNull);
        await change.CommitAsync(cancel);
        return null;
    }
}
