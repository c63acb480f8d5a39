using Participation.Domain;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>An accepted idea was carried out.</summary>
public sealed class CompleteImplementation(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, CancellationToken cancel) => cases.AdvanceAsync(
        order, "idea.complete", (idea, _, now) => idea.CompleteImplementation(order.Actor.Person, now), NotificationKind.IdeaStatusChanged, cancel);
}
