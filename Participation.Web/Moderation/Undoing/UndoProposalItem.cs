using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Moderation.Proposals;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Undoing;

/// <summary>A proposal, a suggestion or a remark as it was before the latest decision about it.</summary>
public sealed class UndoProposalItem(ProposalItems items)
{
    /// <param name="change">The running change.</param>
    /// <param name="at">What it is about.</param>
    /// <param name="decision">What is undone.</param>
    /// <param name="before">The decision before it, if there was one.</param>
    /// <param name="cancel">Cancels.</param>
    internal async Task<Refusal?> ExecuteAsync(Change change, CaseRef at, Decision decision, Decision? before, CancellationToken cancel)
    {
        var item = await items.FindAsync(at, cancel);
        var refusal = decision.Measure switch
        {
            Measure.Publish or Measure.Decline => (item.What as Suggestion)?.WaitAgain(),
            Measure.Hide => item.What.Unhide() ?? HeldAgain(item.What, before),
            Measure.Restore => before is null ? new ChangedMeanwhile() : before.Measure is Measure.Hold ? HeldAgain(item.What, before) : item.What.Hide(before.Facts, before.DecidedAt),
            _ => null,
        };
        if (refusal is not null) return refusal;
        if (decision.Measure is Measure.Restore) item.What.LookAgain();
        ProposalItemSteps.Announce(change, item);
        return null;
    }

    private static Refusal? HeldAgain(Moderated what, Decision? before) => before is { Measure: Measure.Hold } && what is Suggestion made ? made.Hold(UndoDecision.Shown(before), before.DecidedAt) : null;
}
