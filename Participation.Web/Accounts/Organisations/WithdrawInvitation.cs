using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Organisations;

/// <summary>An owner takes an invitation back, the administration one that makes an owner; its link is dead at once.</summary>
public sealed class WithdrawInvitation(ParticipationDbContext db, OrganisationChanges organisations)
{
    public async Task<Refusal?> ExecuteAsync(string slug, InvitationId id, Actor actor, CancellationToken cancel)
    {
        await using var open = await organisations.OpenAsync(slug, cancel);
        var isOwner = await open.IsOwnerAsync(actor, cancel);
        if (!isOwner && !actor.IsAdministrator) return new NotAllowed();
        var invitation = await db.Invitations.SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.OrganisationId == open.Organisation.Id, cancel);
        if (invitation is null) return new InvitationIsClosed();
        if (!isOwner && invitation.Role is not MembershipRole.Owner) return new NotAllowed();
        if (invitation.Withdraw(open.Change.Now) is { } refusal) return refusal;
        open.Audit("membership.withdraw-invitation", actor, invitation.Role);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}
