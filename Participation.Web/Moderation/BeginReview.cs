using Participation.Domain;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>The administration begins to look into an idea.</summary>
public sealed class BeginReview(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(CaseOrder order, CancellationToken cancel) => cases.AdvanceAsync(
        order, "idea.review", (idea, _, now) => idea.BeginReview(order.Actor.Person, now), NotificationKind.IdeaStatusChanged, cancel);
}
