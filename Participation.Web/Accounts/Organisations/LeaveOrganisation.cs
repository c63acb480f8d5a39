using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>A member leaves; the last owner has to find another one first.</summary>
public sealed class LeaveOrganisation(ParticipationDbContext db, OrganisationChanges organisations)
{
    public async Task<Refusal?> ExecuteAsync(string slug, Actor actor, CancellationToken cancel)
    {
        await using var open = await organisations.OpenAsync(slug, cancel);
        var member = await open.MemberAsync(actor.Person, cancel) ?? throw new NotFoundException();
        if (member.End(await open.OwnersBesideAsync(actor.Person, cancel)) is { } refusal) return refusal;
        db.Memberships.Remove(member);
        open.Audit("membership.leave", actor, member.Role);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}
