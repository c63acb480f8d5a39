using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>In whose name someone writes, and whether they may at all.</summary>
public static class Speaking
{
    private const int MostOrganisations = 50;

    /// <summary>The organisation, if the person is an editor or owner there; null when writing in one's own name.</summary>
    public static async Task<Outcome<OrganisationId?>> ForAsync(ParticipationDbContext db, Actor actor, Guid? organisation, CancellationToken cancel)
    {
        if (organisation is not { } id) return new Outcome<OrganisationId?>(null, null);
        var wanted = OrganisationId.From(id);
        return await MayAsync(db, actor, wanted, cancel) ? new Outcome<OrganisationId?>(wanted, null) : new Outcome<OrganisationId?>(null, new CannotSpeakForOrganisation());
    }

    /// <summary>The refusal when someone wants to change what stands there in an organisation's name and does not speak for it any more.</summary>
    public static async Task<Domain.Refusal?> StillForAsync(ParticipationDbContext db, Actor actor, OrganisationId? organisation, CancellationToken cancel) =>
        organisation is not { } id || await MayAsync(db, actor, id, cancel) ? null : new CannotSpeakForOrganisation();

    /// <summary>The organisations in whose name someone may write, by name.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> OrganisationsAsync(ParticipationDbContext db, Actor actor, CancellationToken cancel) =>
        [.. (await db.Memberships.AsNoTracking().Where(membership => membership.PersonId == actor.Person && membership.Role != MembershipRole.Viewer)
            .Join(db.Organisations, membership => membership.OrganisationId, organisation => organisation.Id, (_, organisation) => new { organisation.Id, organisation.Name })
            .OrderBy(organisation => organisation.Name).Take(MostOrganisations).ToListAsync(cancel)).Select(organisation => (organisation.Id.Value, organisation.Name))];

    /// <summary>Why a decision keeps someone from writing at all, or null; visitors are not barred.</summary>
    public static async Task<Domain.Refusal?> BarredAsync(ParticipationDbContext db, Actor? writer, DateTimeOffset now, CancellationToken cancel) =>
        writer is null ? null : (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == writer.Person, cancel))?.CheckBarred(now);

    private static Task<bool> MayAsync(ParticipationDbContext db, Actor actor, OrganisationId organisation, CancellationToken cancel) => db.Memberships.AnyAsync(
        membership => membership.PersonId == actor.Person && membership.OrganisationId == organisation && membership.Role != MembershipRole.Viewer, cancel);
}
