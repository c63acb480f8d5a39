using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Notifications;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>An owner hands the organisation to another member and stays as an editor: both or neither.</summary>
public sealed class TransferOwnership(OrganisationChanges organisations)
{
    public async Task<Refusal?> ExecuteAsync(string slug, PersonId to, Actor actor, CancellationToken cancel)
    {
        await using var open = await organisations.OpenAsync(slug, cancel);
        if (await open.MemberAsync(actor.Person, cancel) is not { Role: MembershipRole.Owner } owner || to == actor.Person) return new NotAllowed();
        var heir = await open.MemberAsync(to, cancel) ?? throw new NotFoundException();
        heir.Assign(MembershipRole.Owner, otherOwners: 1);
        owner.Assign(MembershipRole.Editor, otherOwners: 1);
        open.Audit("membership.role", actor, MembershipRole.Owner, to);
        open.Audit("membership.role", actor, MembershipRole.Editor, actor.Person);
        await open.TellAsync(to, NotificationKind.OrganisationOwned, cancel);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}
