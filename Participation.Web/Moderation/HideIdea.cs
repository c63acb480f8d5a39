using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator takes a public idea out of view and says why.</summary>
public sealed class HideIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, Ground ground, string facts, CancellationToken cancel) => cases.DecideAsync(
        order, "idea.hide", (idea, _, now) => idea.Hide(facts, now),
        new Statement(Measure.Hide, ground, facts), NotificationKind.IdeaHidden, ChannelEventKind.IdeaRemoved, cancel);
}
