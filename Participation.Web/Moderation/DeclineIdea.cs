using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>A moderator does not publish a submitted idea and says why.</summary>
public sealed class DeclineIdea(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(int number, Ground ground, string facts, int expectedVersion, Actor actor, CancellationToken cancel) => cases.DecideAsync(
        new CaseOrder(number, expectedVersion, actor), "idea.decline", (idea, _, now) => idea.Decline(facts, actor.Person, now),
        new Statement(Measure.Decline, ground, facts), NotificationKind.IdeaDeclined, announced: null, cancel);
}
