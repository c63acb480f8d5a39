using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Discussions;

namespace Participation.Web.Moderation;

/// <summary>A moderator hides a visible comment and says why.</summary>
public sealed class HideComment(CommentCase cases, CommentVisibility visibility)
{
    public Task<Refusal?> ExecuteAsync(int idea, int number, Ground ground, string facts, int expectedVersion, Actor actor, CancellationToken cancel) => cases.DecideAsync(
        new CaseOrder(idea, expectedVersion, actor), number, "comment.hide", (comment, now) => comment.Hide(facts, now),
        new Statement(Measure.Hide, ground, facts), NotificationKind.CommentHidden, (change, subject, comment) => visibility.DisappearAsync(change, subject, comment, cancel), cancel);
}
