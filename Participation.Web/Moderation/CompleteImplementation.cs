using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>An accepted idea was carried out.</summary>
public sealed class CompleteImplementation(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(int number, int expectedVersion, Actor actor, CancellationToken cancel) => cases.AdvanceAsync(
        new CaseOrder(number, expectedVersion, actor), "idea.complete", (idea, _, now) => idea.CompleteImplementation(actor.Person, now), NotificationKind.IdeaStatusChanged, cancel);
}
