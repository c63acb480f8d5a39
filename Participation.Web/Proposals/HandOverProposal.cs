using Participation.Domain;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Web.Hosting;

namespace Participation.Web.Proposals;

/// <summary>A moderator notes that a signed proposal was handed to a committee; its organisations are told once.</summary>
public sealed class HandOverProposal(ProposalCase proposals, CityClock clock)
{
    public Task<Refusal?> ExecuteAsync(ProposalOrder order, Handover handover, CancellationToken cancel) => proposals.TakeAsync(order, "proposal.hand-over", _ => order.Actor.IsModerator, async (proposal, change) =>
    {
        var first = proposal.Status is ProposalStatus.Published;
        var published = DateOnly.FromDateTime(clock.Local(proposal.PublishedAt ?? change.Now).DateTime);
        if (proposal.HandOver(handover, published, clock.Today, change.Now) is { } refusal) return refusal;
        if (first) await proposals.TellOwnersAsync(proposal, proposal.Authors.Select(author => author.OrganisationId), NotificationKind.ProposalHandedOver, order.Actor, handover.Committee, change.Now, cancel);
        return null;
    }, cancel, handover.Committee);
}
