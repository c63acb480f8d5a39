using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Web.Discussions;

namespace Participation.Web.Moderation;

/// <summary>A moderator hides a visible comment, or lets one stay hidden that was held back, and says why.</summary>
public sealed class HideComment(CommentCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, int number, Ground ground, string facts, CancellationToken cancel)
    {
        var wasVisible = false;
        return cases.DecideAsync(order, number, "comment.hide", (comment, now) =>
            {
                wasVisible = comment.IsVisible;
                return comment.Hide(facts, now);
            },
            new Statement(Measure.Hide, ground, facts), NotificationKind.CommentHidden, (change, subject, comment) =>
            {
                if (wasVisible) CommentVisibility.Hide(change, subject, comment);
                else CommentVisibility.ChangeText(change, subject, comment);
                return Task.CompletedTask;
            }, cancel);
    }
}
