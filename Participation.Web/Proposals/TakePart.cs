using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Domain.Proposals;
using Participation.Web.Data;

namespace Participation.Web.Proposals;

/// <summary>The lead invites an organisation; its owners are told.</summary>
public sealed class InviteOrganisation(ParticipationDbContext db, ProposalCase proposals)
{
    public async Task<Refusal?> ExecuteAsync(ProposalOrder order, string organisation, AuthorRole role, CancellationToken cancel)
    {
        var id = await db.Organisations.AsNoTracking().Where(found => found.Slug == organisation).Select(found => (OrganisationId?)found.Id).SingleOrDefaultAsync(cancel);
        if (id is not { } invited) return new NotAllowed();
        return await proposals.TakeAsync(order, "proposal.invite", viewer => viewer.Leads, async (proposal, change) =>
        {
            if (proposal.Invite(invited, role, change.Now) is { } refusal) return refusal;
            await proposals.TellOwnersAsync(proposal, [invited], NotificationKind.ProposalInvitation, order.Actor, null, change.Now, cancel);
            return null;
        }, cancel, organisation);
    }
}

/// <summary>An owner accepts or declines the invitation of their organisation, or ends its part; the lead ends the part of any.</summary>
public sealed class TakePart(ProposalCase proposals)
{
    public Task<Refusal?> JoinAsync(ProposalOrder order, OrganisationId organisation, CancellationToken cancel) => proposals.TakeAsync(
        order, "proposal.join", viewer => viewer.Owns.Contains(organisation), (proposal, change) => Task.FromResult(proposal.Join(organisation, change.Now)), cancel);

    public Task<Refusal?> PartAsync(ProposalOrder order, OrganisationId organisation, CancellationToken cancel) => proposals.TakeAsync(
        order, "proposal.part", viewer => viewer.Leads || viewer.Owns.Contains(organisation), (proposal, change) => Task.FromResult(proposal.Part(organisation, change.Now)), cancel);
}
