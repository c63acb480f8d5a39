using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>Reads memberships and invitations for those whom they concern.</summary>
public sealed class MemberQueries(ParticipationDbContext db, CityClock clock)
{
    private const int Most = 200;

    /// <summary>Where someone is a member.</summary>
    public Task<List<OwnMembership>> OwnAsync(Actor actor, CancellationToken cancel) => (
        from membership in db.Memberships.AsNoTracking()
        where membership.PersonId == actor.Person
        join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
        orderby organisation.Name
        select new OwnMembership(organisation.Slug, organisation.Name, membership.Role)).Take(Most).ToListAsync(cancel);

    /// <summary>Everything an owner manages; forbidden for everyone else.</summary>
    public async Task<MembersView> ForOwnerAsync(string slug, Actor actor, CancellationToken cancel)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Slug == slug, cancel) ?? throw new NotFoundException();
        var members = await (
            from membership in db.Memberships.AsNoTracking()
            where membership.OrganisationId == organisation.Id
            join person in db.People on membership.PersonId equals person.Id
            orderby person.NormalizedDisplayName
            select new MemberRow(person.Id, person.DisplayName, membership.Role)).Take(Most).ToListAsync(cancel);
        if (!members.Exists(member => member.Person == actor.Person && member.Role is MembershipRole.Owner)) throw new ForbiddenException();
        return new MembersView(slug, organisation.Name, organisation.Contact, members, await InvitationsAsync(organisation.Id, cancel));
    }

    /// <summary>Whether someone owns an organisation.</summary>
    public Task<bool> OwnsAsync(string slug, Actor actor, CancellationToken cancel) => db.Memberships.AnyAsync(
        membership => membership.PersonId == actor.Person && membership.Role == MembershipRole.Owner
            && db.Organisations.Any(organisation => organisation.Id == membership.OrganisationId && organisation.Slug == slug), cancel);

    /// <summary>Invitations that can still be accepted, the next to expire first.</summary>
    public Task<List<InvitationRow>> InvitationsAsync(OrganisationId organisation, CancellationToken cancel)
    {
        var now = clock.Now;
        return db.Invitations.AsNoTracking()
            .Where(invitation => invitation.OrganisationId == organisation && invitation.AcceptedBy == null && invitation.WithdrawnAt == null && invitation.ExpiresAt > now)
            .OrderBy(invitation => invitation.ExpiresAt).ThenBy(invitation => invitation.Id).Take(Invitation.MaxOpen)
            .Select(invitation => new InvitationRow(invitation.Id, invitation.Email, invitation.Role, invitation.ExpiresAt)).ToListAsync(cancel);
    }

    /// <summary>All organisations by name, for the administration.</summary>
    public Task<List<ManagedRow>> ManagedAsync(CancellationToken cancel) => db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Name).Take(Most)
        .Select(organisation => new ManagedRow(
            organisation.Slug, organisation.Name, organisation.Kind, db.Memberships.Count(membership => membership.OrganisationId == organisation.Id),
            db.Memberships.Count(membership => membership.OrganisationId == organisation.Id && membership.Role == MembershipRole.Owner))).ToListAsync(cancel);

    /// <summary>One organisation for the administration: its owners by name, and who is invited to be one.</summary>
    public async Task<ManagedOrganisation> ManagedAsync(string slug, CancellationToken cancel)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Slug == slug, cancel) ?? throw new NotFoundException();
        var owners = await db.Memberships.AsNoTracking().Where(membership => membership.OrganisationId == organisation.Id && membership.Role == MembershipRole.Owner)
            .Join(db.People, membership => membership.PersonId, person => person.Id, (_, person) => person.DisplayName).OrderBy(name => name).Take(Most).ToListAsync(cancel);
        var invitations = await InvitationsAsync(organisation.Id, cancel);
        return new ManagedOrganisation(organisation, owners, [.. invitations.Where(invitation => invitation.Role is MembershipRole.Owner)]);
    }

    /// <summary>What the holder of a link reads; null when it opens nothing any more.</summary>
    public async Task<InvitationView?> InvitationAsync(string token, Actor? viewer, CancellationToken cancel)
    {
        var (hash, now) = (InvitationToken.Hash(token), clock.Now);
        var found = await db.Invitations.AsNoTracking().Where(invitation => invitation.TokenHash == hash)
            .Join(db.Organisations, invitation => invitation.OrganisationId, organisation => organisation.Id, (invitation, organisation) => new { Invitation = invitation, organisation.Name, organisation.Slug })
            .SingleOrDefaultAsync(cancel);
        if (found is null || !found.Invitation.IsOpen(now)) return null;
        var isTheirs = viewer is not null && await db.ConfirmedEmailAsync(viewer, cancel) == found.Invitation.NormalizedEmail;
        return new InvitationView(found.Slug, found.Name, found.Invitation.Role, found.Invitation.ExpiresAt, isTheirs);
    }
}

/// <summary>One's own membership.</summary>
public sealed record OwnMembership(string Slug, string Name, MembershipRole Role);

/// <summary>An organisation in the administration's list.</summary>
public sealed record ManagedRow(string Slug, string Name, string Kind, int Members, int Owners);

/// <summary>An organisation as the administration sees it.</summary>
public sealed record ManagedOrganisation(Organisation Organisation, IReadOnlyList<string> Owners, IReadOnlyList<InvitationRow> Invitations);

/// <summary>A member as owners see it.</summary>
public sealed record MemberRow(PersonId Person, string Name, MembershipRole Role);

/// <summary>An invitation that is open.</summary>
public sealed record InvitationRow(InvitationId Id, string Email, MembershipRole Role, DateTimeOffset ExpiresAt);

/// <summary>What an owner manages.</summary>
public sealed record MembersView(string Slug, string Name, string? Contact, IReadOnlyList<MemberRow> Members, IReadOnlyList<InvitationRow> Invitations);

/// <summary>An invitation as its recipient reads it.</summary>
public sealed record InvitationView(string Slug, string Name, MembershipRole Role, DateTimeOffset ExpiresAt, bool IsTheirs);
