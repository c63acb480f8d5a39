using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Discussions;

namespace Participation.Web.Moderation;

/// <summary>A moderator publishes a queued or declined comment; from now on it is news for those it concerns.</summary>
public sealed class PublishComment(CommentCase cases, CommentVisibility visibility, CommentNews news)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, int number, CancellationToken cancel) => cases.DecideAsync(
        order, number, "comment.publish", (comment, _) => comment.Publish(),
        new Statement(Measure.Publish), NotificationKind.CommentPublished, async (change, subject, comment) =>
        {
            await visibility.AppearAsync(change, subject, comment, cancel);
            if (subject.IsPublicAt(change.Now)) await news.TellAsync(subject, comment, change.Now, cancel);
        }, cancel);
}
