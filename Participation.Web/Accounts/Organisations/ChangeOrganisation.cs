using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Accounts.Organisations;

/// <summary>The administration changes what is said about an organisation; its name changes wherever it stands.</summary>
public sealed class ChangeOrganisation(OrganisationChanges organisations)
{
    public async Task<Refusal?> ExecuteAsync(string slug, OrganisationProfile profile, int expectedVersion, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsAdministrator) return new NotAllowed();
        await using var open = await organisations.OpenAsync(slug, cancel);
        if (open.Organisation.Version != expectedVersion) return new ChangedMeanwhile();
        open.Organisation.Describe(profile.Name, profile.Kind, profile.Website, profile.About);
        open.Audit("organisation.change", actor);
        open.Change.Evict(CacheTags.Organisations);
        open.Change.Evict(CacheTags.Ideas);
        await open.Change.CommitAsync(cancel);
        return null;
    }
}
