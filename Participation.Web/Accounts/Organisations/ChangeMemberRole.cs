using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>An owner gives a member another role, or gives up ownership; somebody always stays owner.</summary>
public sealed class ChangeMemberRole(OrganisationChanges organisations)
{
    public async Task<Refusal?> ExecuteAsync(string slug, PersonId person, MembershipRole role, Actor actor, CancellationToken cancel)
    {
        await using var open = await organisations.OpenAsync(slug, cancel);
        if (!await open.IsOwnerAsync(actor, cancel)) return new NotAllowed();
        var member = await open.MemberAsync(person, cancel) ?? throw new NotFoundException();
        if (member.Role == role) return null;
        if (member.Assign(role, await open.OwnersBesideAsync(person, cancel)) is { } refusal) return refusal;
        open.Audit("membership.role", actor, role, person);
        if (person != actor.Person) await open.TellAsync(person, role is MembershipRole.Owner ? NotificationKind.OrganisationOwned : NotificationKind.OrganisationRoleChanged, cancel);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}
