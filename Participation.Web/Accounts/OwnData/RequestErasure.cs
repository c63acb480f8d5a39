using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Data;
using Participation.Web.Realtime;

namespace Participation.Web.Accounts.OwnData;

/// <summary>
/// Someone wants to leave. From now on nothing is written with the account, and it is signed in nowhere else; in some days it is erased
/// unless its owner changes their mind. A second call changes nothing.
/// </summary>
public sealed class RequestErasure(ParticipationDbContext db, Changes changes, EndSessions sessions, ErasureMails mails)
{
    /// <param name="choice">What becomes of what they wrote.</param>
    /// <param name="sid">The session that stays.</param>
    /// <param name="actor">Who leaves.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(ErasureChoice choice, string? sid, Actor actor, CancellationToken cancel)
    {
        var owned = await db.Memberships.Where(membership => membership.PersonId == actor.Person && membership.Role == MembershipRole.Owner).Select(membership => membership.OrganisationId).ToListAsync(cancel);
        await using (var change = await changes.BeginAsync([Channel.Leaving, .. owned.Select(Channel.Organisation)], cancel))
        {
            if (await db.Erasures.AnyAsync(erasure => erasure.PersonId == actor.Person, cancel)) return null;
            if (await OrphanedAsync(actor.Person, cancel) is { } organisation) return new OrganisationWouldBeOrphaned(organisation);
            if (await IsLastAdministratorAsync(db, actor.Person, cancel)) return new LastAdministratorStays();
            db.Erasures.Add(Erasure.Request(actor.Person, choice, change.Now));
            change.Audit("person.leave", Subject.Of(actor.Person), actor);
            await change.CommitAsync(cancel);
        }

        var account = await db.Users.AsNoTracking().SingleAsync(candidate => candidate.PersonId == actor.Person, cancel);
        await sessions.OthersAsync(account.Id, sid, cancel);
        await mails.RequestedAsync(account, cancel);
        return null;
    }

    /// <summary>Whether nobody else could administrate the site.</summary>
    internal static async Task<bool> IsLastAdministratorAsync(ParticipationDbContext db, PersonId person, CancellationToken cancel) =>
        await db.People.AnyAsync(one => one.Id == person && one.Role == Role.Administrator, cancel)
        && !await db.People.AnyAsync(other => other.Id != person && other.Role == Role.Administrator
            && db.Users.Any(account => account.PersonId == other.Id && account.EmailConfirmed) && !db.Erasures.Any(erasure => erasure.PersonId == other.Id), cancel);

    /// <summary>An organisation that nobody else owns; others who are about to leave do not count.</summary>
    private Task<string?> OrphanedAsync(PersonId person, CancellationToken cancel) => (
        from membership in db.Memberships
        join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
        where membership.PersonId == person && membership.Role == MembershipRole.Owner
            && !db.Memberships.Any(other => other.OrganisationId == organisation.Id && other.PersonId != person && other.Role == MembershipRole.Owner
                && !db.Erasures.Any(erasure => erasure.PersonId == other.PersonId))
        orderby organisation.Name
        select organisation.Name).FirstOrDefaultAsync(cancel);
}
