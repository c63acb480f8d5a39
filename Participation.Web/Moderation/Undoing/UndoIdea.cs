using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Undoing;

/// <summary>An idea as it was before the latest decision about it.</summary>
public sealed class UndoIdea(ParticipationDbContext db)
{
    /// <param name="change">The running change.</param>
    /// <param name="decision">What is undone.</param>
    /// <param name="before">The decision before it, if there was one.</param>
    /// <param name="cancel">Cancels.</param>
    internal async Task<Refusal?> ExecuteAsync(Change change, Decision decision, Decision? before, CancellationToken cancel)
    {
        var idea = await db.Ideas.Include(candidate => candidate.Events).SingleAsync(candidate => candidate.Id == IdeaId.From(decision.SubjectId), cancel);
        var wasPublic = idea.IsPublic;
        // Somebody has answered or taken a stance meanwhile: it cannot be as if it had never been there.
        if (decision.Measure is Measure.Publish && (idea.CommentCount > 0 || idea.Stances.Total > 0)) return new ChangedMeanwhile();
        var refusal = decision.Measure switch
        {
            Measure.Publish => idea.Requeue(decision.DecidedAt, before is { Measure: Measure.Decline } ? before.Facts : null),
            Measure.Decline => idea.Requeue(decision.DecidedAt),
            Measure.Hide => idea.Unhide() ?? (before is { Measure: Measure.Hold } ? idea.Hold(UndoDecision.Shown(before), before.DecidedAt) : null),
            Measure.Restore => before is null ? new ChangedMeanwhile() : before.Measure is Measure.Hold ? idea.Hold(UndoDecision.Shown(before), before.DecidedAt) : idea.Hide(before.Facts, before.DecidedAt),
            Measure.Lock => idea.Unlock(),
            Measure.Unlock => idea.Lock(before?.Facts ?? ""),
            _ => null,
        };
        if (refusal is not null) return refusal;
        // Whether somebody has looked at it changes only with what says who sees it.
        if (decision.Measure is not (Measure.Keep or Measure.Lock or Measure.Unlock or Measure.Hide)) idea.LookAgain();
        var number = idea.Number ?? 0;
        var kind = wasPublic == idea.IsPublic ? ChannelEventKind.IdeaChanged : idea.IsPublic ? ChannelEventKind.IdeaAppeared : ChannelEventKind.IdeaRemoved;
        change.Append(Channel.Idea(number), kind, number);
        change.Append(Channel.Ideas, kind, number);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        return null;
    }
}
