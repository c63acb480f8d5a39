using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Proposals;

/// <summary>Hides a suggestion until a person decides, with an automatic decision that its author reads and can complain about.</summary>
public sealed class HoldSuggestion(DecisionBook book, Notifier notifier)
{
    /// <summary>Called under the locks of the proposal and of the queue.</summary>
    internal async Task ExecuteAsync(Change change, Proposal proposal, Suggestion made, Matter matter, HoldReason why, CancellationToken cancel)
    {
        if (made.Hold(why.Public, change.Now) is not null) return;
        var decision = await book.WriteAsync(change, matter, new Statement(Measure.Hold, Ground.ToBeChecked, why.Facts) { Source = why.Source }, null, ofComplaint: false, cancel);
        await notifier.TellAsync(made.AuthorId, new Happening(NotificationKind.SuggestionHeld, 0, proposal.Title, $"decision-{decision}", made.Number, why.Facts, decision), change.Now, cancel);
        change.Evict(CacheTags.Proposals);
        change.Audit("suggestion.hold", matter.Subject, null, why.Facts);
    }
}
