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
    internal async Task<bool> ConsiderAsync(Change change, Idea idea, Comment? comment, GuardVerdict verdict, CancellationToken cancel)
    {
        if (!verdict.Holds) return false;
        change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, idea.Number ?? 0);
        if (!(comment?.IsVisible ?? idea.IsReadable)) return false;
        var why = Languages.In(Languages.All[0], () => new HoldReason(GuardWords.HeldAfterChange(verdict.Found), GuardTexts.HeldPublic, DecisionSource.AutomatedDetection));
        return await hold.ExecuteAsync(change, idea, comment, why, cancel);
    }
}
