using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Discussions;

namespace Participation.Web.Moderation;

/// <summary>A moderator brings a hidden comment back.</summary>
public sealed class RestoreComment(CommentCase cases, CommentVisibility visibility)
{
    public Task<Refusal?> ExecuteAsync(int idea, int number, int expectedVersion, Actor actor, CancellationToken cancel) => cases.DecideAsync(
        new CaseOrder(idea, expectedVersion, actor), number, "comment.restore", (comment, _) => comment.Restore(),
        new Statement(Measure.Restore), NotificationKind.CommentRestored, (change, subject, comment) => visibility.AppearAsync(change, subject, comment, cancel), cancel);
}
