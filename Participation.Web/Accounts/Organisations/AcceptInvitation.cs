using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Organisations;

/// <summary>Someone becomes a member by the link in a mail to their own, confirmed address.</summary>
public sealed class AcceptInvitation(ParticipationDbContext db, OrganisationChanges organisations)
{
    /// <returns>The organisation's address, or why not. The same button pressed twice answers alike.</returns>
    public async Task<Outcome<string>> ExecuteAsync(string token, Actor actor, CancellationToken cancel)
    {
        var hash = InvitationToken.Hash(token);
        var slug = await db.Invitations.Where(invitation => invitation.TokenHash == hash)
            .Join(db.Organisations, invitation => invitation.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation.Slug).SingleOrDefaultAsync(cancel);
        if (slug is null) return new InvitationIsClosed();

        await using var open = await organisations.OpenAsync(slug, cancel);
        if (await db.Invitations.SingleOrDefaultAsync(candidate => candidate.TokenHash == hash, cancel) is not { } invitation) return new InvitationIsClosed();
        var member = await open.MemberAsync(actor.Person, cancel);
        if (invitation.AcceptedBy == actor.Person && member is not null) return slug;
        if (invitation.Accept(actor.Person, await db.ConfirmedEmailAsync(actor, cancel), open.Change.Now) is { } refusal) return refusal;
        if (member is null) db.Memberships.Add(Membership.Grant(open.Organisation.Id, actor.Person, invitation.Role));
        else member.Raise(invitation.Role);
        open.Audit("membership.accept", actor, invitation.Role);
        await open.TellOwnersAsync(NotificationKind.OrganisationJoined, actor.Person, cancel);
        await open.Change.CommitAsync(cancel);
        return slug;
    }
}

/// <summary>Which address is proven to be someone's.</summary>
internal static class ConfirmedEmails
{
    /// <summary>The normalised confirmed address of the acting person, or null.</summary>
    public static Task<string?> ConfirmedEmailAsync(this ParticipationDbContext db, Actor actor, CancellationToken cancel) =>
        db.Users.Where(account => account.PersonId == actor.Person && account.EmailConfirmed).Select(account => account.NormalizedEmail).SingleOrDefaultAsync(cancel);
}
