using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;

namespace Participation.Web.Moderation;

/// <summary>The administration begins to look into an idea.</summary>
public sealed class BeginReview(IdeaCase cases)
{
    public Task<Refusal?> ExecuteAsync(int number, int expectedVersion, Actor actor, CancellationToken cancel) => cases.AdvanceAsync(
        new CaseOrder(number, expectedVersion, actor), "idea.review", (idea, _, now) => idea.BeginReview(actor.Person, now), NotificationKind.IdeaStatusChanged, cancel);
}
