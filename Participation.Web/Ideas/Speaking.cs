using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>In whose name someone writes.</summary>
public static class Speaking
{
    /// <summary>The organisation, if the person is an editor or owner there; null when writing in one's own name.</summary>
    public static async Task<Outcome<OrganisationId?>> ForAsync(ParticipationDbContext db, Actor actor, Guid? organisation, CancellationToken cancel)
    {
        if (organisation is not { } id) return new Outcome<OrganisationId?>(null, null);
        var wanted = OrganisationId.From(id);
        var member = await db.Memberships.AnyAsync(
            membership => membership.PersonId == actor.Person && membership.OrganisationId == wanted && membership.Role != MembershipRole.Viewer, cancel);
        return member ? new Outcome<OrganisationId?>(wanted, null) : new Outcome<OrganisationId?>(null, new Domain.NotAllowed());
    }
}
