using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;

namespace Participation.Web.Moderation;

/// <summary>A moderator takes a public idea out of view and says why.</summary>
public sealed class HideIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(int number, Ground ground, string facts, int expectedVersion, Actor actor, CancellationToken cancel) => cases.DecideAsync(
        new CaseOrder(number, expectedVersion, actor), "idea.hide", (idea, _, now) => idea.Hide(facts, now),
        new Statement(Measure.Hide, ground, facts), NotificationKind.IdeaHidden, ChannelEventKind.IdeaRemoved, cancel);
}
