using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>A moderator does not publish a queued comment and says why.</summary>
public sealed class DeclineComment(CommentCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, int number, Ground ground, string facts, CancellationToken cancel) => cases.DecideAsync(
        order, number, "comment.decline", (comment, now) => comment.Decline(facts, now),
        new Statement(Measure.Decline, ground, facts), NotificationKind.CommentDeclined, (_, _, _) => Task.CompletedTask, cancel);
}
