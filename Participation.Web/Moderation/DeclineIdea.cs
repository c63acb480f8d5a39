using Participation.Domain;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>A moderator does not publish a submitted idea and says why.</summary>
public sealed class DeclineIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, Ground ground, string facts, CancellationToken cancel) => cases.DecideAsync(
        order, "idea.decline", (idea, _, now) => idea.Decline(facts, order.Actor.Person, now),
        new Statement(Measure.Decline, ground, facts), NotificationKind.IdeaDeclined, announced: null, cancel);
}
