using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>An owner removes a member, who cannot speak for the organisation from that moment on.</summary>
public sealed class RemoveMember(ParticipationDbContext db, OrganisationChanges organisations)
{
    public async Task<Refusal?> ExecuteAsync(string slug, PersonId person, Actor actor, CancellationToken cancel)
    {
        await using var open = await organisations.OpenAsync(slug, cancel);
        if (!await open.IsOwnerAsync(actor, cancel)) return new NotAllowed();
        var member = await open.MemberAsync(person, cancel) ?? throw new NotFoundException();
        if (member.End(await open.OwnersBesideAsync(person, cancel)) is { } refusal) return refusal;
        db.Memberships.Remove(member);
        open.Audit("membership.remove", actor, member.Role, person);
        if (person != actor.Person) await open.TellAsync(person, NotificationKind.OrganisationRemoved, cancel);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}
