using Participation.Domain;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>Carrying an accepted idea out begins.</summary>
public sealed class BeginImplementation(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, CancellationToken cancel) => cases.AdvanceAsync(
        order, "idea.implement", (idea, _, now) => idea.BeginImplementation(order.Actor.Person, now), NotificationKind.IdeaStatusChanged, cancel);
}
