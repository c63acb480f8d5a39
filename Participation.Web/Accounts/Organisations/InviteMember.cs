using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.Organisations;

/// <summary>An owner asks someone in by e-mail; the administration may ask in owners, so that an organisation can begin.</summary>
public sealed class InviteMember(ParticipationDbContext db, OrganisationChanges organisations, InvitationMails mails)
{
    /// <param name="slug">The organisation.</param>
    /// <param name="email">To whom; a later invitation to the same address replaces an earlier one.</param>
    /// <param name="role">What the new member may do.</param>
    /// <param name="actor">Who invites.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The refusal, or null. Nothing here tells whether the address has an account.</returns>
    public async Task<Refusal?> ExecuteAsync(string slug, string email, MembershipRole role, Actor actor, CancellationToken cancel)
    {
        await using var open = await organisations.OpenAsync(slug, cancel);
        if (!(actor.IsAdministrator && role is MembershipRole.Owner) && !await open.IsOwnerAsync(actor, cancel)) return new NotAllowed();
        var (now, id) = (open.Change.Now, open.Organisation.Id);
        await db.Invitations.Where(invitation => invitation.OrganisationId == id && invitation.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        var running = await db.Invitations.Where(invitation => invitation.OrganisationId == id && invitation.AcceptedBy == null && invitation.WithdrawnAt == null).ToListAsync(cancel);
        var address = Invitation.Normalize(email);
        foreach (var earlier in running.Where(invitation => invitation.NormalizedEmail == address)) earlier.Withdraw(now);
        if (running.Count(invitation => invitation.IsOpen(now)) >= Invitation.MaxOpen) return new TooManyInvitations(Invitation.MaxOpen);

        var token = InvitationToken.New();
        var invited = Invitation.Send(id, email, role, InvitationToken.Hash(token), now);
        db.Invitations.Add(invited);
        open.Audit("membership.invite", actor, role);
        await open.Change.CommitAsync(cancel);
        await mails.SendAsync(invited, open.Organisation, token, cancel);
        return null;
    }
}
