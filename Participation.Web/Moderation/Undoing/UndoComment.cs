using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Undoing;

/// <summary>A comment as it was before the latest decision about it.</summary>
public sealed class UndoComment(ParticipationDbContext db, CommentVisibility visibility)
{
    /// <param name="change">The running change.</param>
    /// <param name="decision">What is undone.</param>
    /// <param name="before">The decision before it, if there was one.</param>
    /// <param name="cancel">Cancels.</param>
    internal async Task<Refusal?> ExecuteAsync(Change change, Decision decision, Decision? before, CancellationToken cancel)
    {
        var comment = await db.Comments.SingleAsync(candidate => candidate.Id == CommentId.From(decision.SubjectId), cancel);
        var home = await db.HomeOfAsync(comment, cancel);
        var wasVisible = comment.IsVisible;
        // Somebody has answered meanwhile: it cannot be as if it had never been there.
        if (decision.Measure is Measure.Publish && comment.ReplyCount > 0) return new ChangedMeanwhile();
        var refusal = decision.Measure switch
        {
            Measure.Publish => comment.Requeue() ?? (before is { Measure: Measure.Decline } ? comment.Decline(before.Facts, before.DecidedAt) : null),
            Measure.Decline => comment.Requeue(),
            Measure.Hide => comment.Unhide() ?? (before is { Measure: Measure.Hold } ? comment.Hold(UndoDecision.Shown(before), before.DecidedAt) : null),
            Measure.Restore => before is null ? new ChangedMeanwhile() : before.Measure is Measure.Hold ? comment.Hold(UndoDecision.Shown(before), before.DecidedAt) : comment.Hide(before.Facts, before.DecidedAt),
            Measure.Lock => comment.Unlock(),
            Measure.Unlock => comment.Lock(before?.Facts ?? ""),
            _ => null,
        };
        if (refusal is not null) return refusal;
        // Whether somebody has looked at it changes only with what says who sees it.
        if (decision.Measure is not (Measure.Keep or Measure.Lock or Measure.Unlock or Measure.Hide)) comment.LookAgain();
        if (decision.Measure is Measure.Publish && wasVisible) await visibility.DisappearAsync(change, home, comment, cancel);
        else if (wasVisible && !comment.IsVisible) CommentVisibility.Hide(change, home, comment);
        else if (!wasVisible && comment.IsVisible) CommentVisibility.Restore(change, home, comment);
        else if (decision.Measure is Measure.Lock or Measure.Unlock) CommentVisibility.ChangeText(change, home, comment);
        return null;
    }
}
