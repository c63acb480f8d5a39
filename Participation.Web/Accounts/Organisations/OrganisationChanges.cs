using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.Organisations;

/// <summary>How every change of an organisation, its members or invitations begins: one after another, under the organisation's lock.</summary>
public sealed class OrganisationChanges(ParticipationDbContext db, Changes changes, Notifier notifier, IEnumerable<IMembershipWatch> watches)
{
    /// <summary>Opens an organisation for changing, or says that there is none.</summary>
    public async Task<OpenOrganisation> OpenAsync(string slug, CancellationToken cancel)
    {
        var found = await db.Organisations.Where(candidate => candidate.Slug == slug).Select(candidate => new { candidate.Id }).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException(slug);
        var change = await changes.BeginAsync([Channel.Organisation(found.Id)], cancel);
        try
        {
            foreach (var watch in watches) change.Then(() => watch.Changed(found.Id));
            return new OpenOrganisation(db, change, notifier, await db.Organisations.SingleAsync(candidate => candidate.Id == found.Id, cancel));
        }
        catch
        {
            await change.DisposeAsync();
            throw;
        }
    }
}

/// <summary>For whoever lets people in because they are members: it may be different from now on.</summary>
public interface IMembershipWatch
{
    /// <summary>Something of an organisation or its members was changed, and is committed.</summary>
    void Changed(OrganisationId organisation);
}

/// <summary>An organisation under its lock. Disposed without a commit nothing happened.</summary>
public sealed class OpenOrganisation(ParticipationDbContext db, Change change, Notifier notifier, Organisation organisation) : IAsyncDisposable
{
    public Change Change => change;

    public Organisation Organisation => organisation;

    /// <summary>Whether someone owns the organisation now.</summary>
    public Task<bool> IsOwnerAsync(Actor actor, CancellationToken cancel) => Owners.AnyAsync(membership => membership.PersonId == actor.Person, cancel);

    /// <summary>Someone's membership, or null.</summary>
    public Task<Membership?> MemberAsync(PersonId person, CancellationToken cancel) =>
        db.Memberships.SingleOrDefaultAsync(membership => membership.OrganisationId == organisation.Id && membership.PersonId == person, cancel);

    /// <summary>How many owners there are beside someone.</summary>
    public Task<int> OwnersBesideAsync(PersonId person, CancellationToken cancel) => Owners.CountAsync(membership => membership.PersonId != person, cancel);

    /// <summary>Writes an audit entry about this organisation; a member is named by id only.</summary>
    public void Audit(string action, Actor actor, MembershipRole? role = null, PersonId? member = null) =>
        change.Audit(action, Subject.Of(organisation.Id), actor, role is null && member is null ? null : $"{role} {member?.Value:N}".Trim());

    /// <summary>Puts an entry into someone's inbox.</summary>
    public Task TellAsync(PersonId person, NotificationKind kind, CancellationToken cancel) => notifier.TellAsync(
        person, new Happening(kind, 0, organisation.Name, $"{kind}-{organisation.Id.Value:N}-{change.Now.UtcTicks}", Detail: organisation.Slug), change.Now, cancel);

    /// <summary>Tells every owner except one person.</summary>
    public async Task TellOwnersAsync(NotificationKind kind, PersonId except, CancellationToken cancel)
    {
        foreach (var owner in await Owners.Where(membership => membership.PersonId != except).Select(membership => membership.PersonId).ToListAsync(cancel)) await TellAsync(owner, kind, cancel);
    }

    public ValueTask DisposeAsync() => change.DisposeAsync();

    /// <summary>Whoever is about to leave the platform is no owner to count on.</summary>
    private IQueryable<Membership> Owners => db.Memberships.Where(membership => membership.OrganisationId == organisation.Id && membership.Role == MembershipRole.Owner
        && !db.Erasures.Any(erasure => erasure.PersonId == membership.PersonId));
}
