using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Discussions;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator brings a hidden comment back.</summary>
public sealed class RestoreComment(CommentCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, int number, CancellationToken cancel) => cases.DecideAsync(
        order, number, "comment.restore", (comment, _) => comment.Restore(),
        new Statement(Measure.Restore), NotificationKind.CommentRestored, Follow, cancel);

    private static Task Follow(Change change, IDiscussed subject, Comment comment)
    {
        CommentVisibility.Restore(change, subject, comment);
        return Task.CompletedTask;
    }
}
