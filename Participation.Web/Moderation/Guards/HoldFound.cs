using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Guards;

/// <summary>What follows when a change of a text was found to need a moderator: what was public is held back, what waits goes on waiting.</summary>
public sealed class HoldFound(HoldContribution hold)
{
    /// <summary>Called after the text was changed, before the commit.</summary>
    /// <returns>Whether it was held back.</returns>
    internal async Task<bool> ConsiderAsync(Change change, Idea idea, GuardVerdict verdict, CancellationToken cancel)
    {
        if (!verdict.Holds) return false;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, idea.Number ?? 0);
        return idea.IsReadable && await hold.ExecuteAsync(change, idea, Why(verdict), cancel);
    }

    /// <summary>The same with a comment.</summary>
    internal async Task<bool> ConsiderAsync(Change change, IDiscussed home, Comment comment, GuardVerdict verdict, CancellationToken cancel)
    {
        if (!verdict.Holds) return false;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, home.Discussion.Number);
        return comment.IsVisible && await hold.ExecuteAsync(change, home, comment, Why(verdict), cancel);
    }

    private static HoldReason Why(GuardVerdict verdict) =>
        Languages.In(Languages.All[0], () => new HoldReason(GuardWords.HeldAfterChange(verdict.Found), GuardTexts.HeldPublic, DecisionSource.AutomatedDetection));
}
