using Participation.Domain;
using Participation.Domain.Notifications;
using Participation.Web.Hosting;

namespace Participation.Web.Proposals;

/// <summary>The lead gives more time to sign; those who have not signed are told.</summary>
public sealed class ExtendSigning(ProposalCase proposals, CityClock clock)
{
    public Task<Refusal?> ExecuteAsync(ProposalOrder order, DateOnly signBy, CancellationToken cancel) => proposals.TakeAsync(order, "proposal.extend", viewer => viewer.Leads, async (proposal, change) =>
    {
        if (proposal.Extend(signBy, clock.Today, change.Now) is { } refusal) return refusal;
        await proposals.TellOwnersAsync(proposal, proposal.Awaited.Select(author => author.OrganisationId), NotificationKind.ProposalToSign, order.Actor, null, change.Now, cancel);
        return null;
    }, cancel);
}
