using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Organisations;

/// <summary>An owner, or the administration, takes an invitation back; its link is dead at once.</summary>
public sealed class WithdrawInvitation(ParticipationDbContext db, OrganisationChanges organisations)
{
    public async Task<Refusal?> ExecuteAsync(string slug, InvitationId id, Actor actor, CancellationToken cancel)
    {
        await using var open = await organisations.OpenAsync(slug, cancel);
        if (!actor.IsAdministrator && !await open.IsOwnerAsync(actor, cancel)) return new NotAllowed();
        var invitation = await db.Invitations.SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.OrganisationId == open.Organisation.Id, cancel);
        if (invitation is null) return new InvitationIsClosed();
        if (invitation.Withdraw(open.Change.Now) is { } refusal) return refusal;
        open.Audit("membership.withdraw-invitation", actor, invitation.Role);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}
