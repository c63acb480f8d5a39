using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;

namespace Participation.Web.Accounts.OwnData;

/// <summary>For whom a person speaks, and the invitations that went to the person's address.</summary>
internal sealed class MembershipsOfPerson(ParticipationDbContext db) : IPersonalData
{
    public int Order => 30;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Membership), typeof(Invitation)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var email = await db.Users.Where(account => account.PersonId == person).Select(account => account.NormalizedEmail).SingleOrDefaultAsync(cancel);
        var memberships = await (from membership in db.Memberships.AsNoTracking()
                                 join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
                                 where membership.PersonId == person
                                 orderby organisation.Name
                                 select new { organisation.Name, membership.Role }).ToListAsync(cancel);
        var invitations = await (from invitation in db.Invitations.AsNoTracking()
                                 join organisation in db.Organisations on invitation.OrganisationId equals organisation.Id
                                 where invitation.AcceptedBy == person || invitation.NormalizedEmail == email
                                 orderby invitation.InvitedAt
                                 select new { organisation.Name, invitation.Role, invitation.Email, invitation.InvitedAt, invitation.ExpiresAt, Accepted = invitation.AcceptedBy != null, invitation.WithdrawnAt }).ToListAsync(cancel);
        return
        [
            new("memberships", [.. memberships.Select(membership => new ExportItem(("organisation", membership.Name), ("role", membership.Role)))]),
            new("invitations", [.. invitations.Select(invitation => new ExportItem(
                ("organisation", invitation.Name), ("role", invitation.Role), ("email", invitation.Email), ("at", invitation.InvitedAt), ("expiresAt", invitation.ExpiresAt),
                ("accepted", invitation.Accepted), ("removedAt", invitation.WithdrawnAt)))]),
        ];
    }

    /// <summary>So few that one call is enough; whoever leaves was never the last owner, that was asked when they wanted to leave.</summary>
    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.Memberships.Where(membership => membership.PersonId == who.Id).ExecuteDeleteAsync(cancel);
        await db.Invitations.Where(invitation => invitation.AcceptedBy == who.Id || (who.NormalizedEmail != null && invitation.NormalizedEmail == who.NormalizedEmail)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return false;
    }
}
