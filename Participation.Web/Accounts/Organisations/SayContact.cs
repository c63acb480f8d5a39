using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>An owner says publicly how the organisation is reached, or takes the line away.</summary>
public sealed class SayContact(OrganisationChanges organisations)
{
    public async Task<Refusal?> ExecuteAsync(string slug, string? contact, Actor actor, CancellationToken cancel)
    {
        await using var open = await organisations.OpenAsync(slug, cancel);
        if (!await open.IsOwnerAsync(actor, cancel)) return new NotAllowed();
        open.Organisation.SayContact(string.IsNullOrWhiteSpace(contact) ? null : contact.Trim());
        open.Audit("organisation.contact", actor);
        open.Change.Evict(CacheTags.Organisations);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}
