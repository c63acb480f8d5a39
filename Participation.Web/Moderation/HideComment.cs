using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Discussions;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator hides a visible comment and says why.</summary>
public sealed class HideComment(CommentCase cases)
{
    public Task<Refusal?> ExecuteAsync(int idea, int number, Ground ground, string facts, int expectedVersion, Actor actor, CancellationToken cancel) => cases.DecideAsync(
        new CaseOrder(idea, expectedVersion, actor), number, "comment.hide", (comment, now) => comment.Hide(facts, now),
        new Statement(Measure.Hide, ground, facts), NotificationKind.CommentHidden, Follow, cancel);

    private static Task Follow(Change change, Idea subject, Comment comment)
    {
        CommentVisibility.Hide(change, subject, comment);
        return Task.CompletedTask;
    }
}
