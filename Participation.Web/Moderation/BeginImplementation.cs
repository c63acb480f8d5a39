using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>Carrying an accepted idea out begins.</summary>
public sealed class BeginImplementation(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(int number, int expectedVersion, Actor actor, CancellationToken cancel) => cases.AdvanceAsync(
        new CaseOrder(number, expectedVersion, actor), "idea.implement", (idea, _, now) => idea.BeginImplementation(actor.Person, now), NotificationKind.IdeaStatusChanged, cancel);
}
