using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Organisations;

/// <summary>The administration lets an organisation take part. Its address is made once and stays; its first owner comes by invitation.</summary>
public sealed class CreateOrganisation(ParticipationDbContext db, Changes changes)
{
    /// <summary>The address of the form.</summary>
    public const string NewSlug = "neu";

    /// <summary>Addresses of pages; no organisation can have them.</summary>
    private static readonly IReadOnlyList<string> ReservedSlugs = [NewSlug, "einladung", "-"];

    /// <returns>The organisation's address, or why not.</returns>
    public async Task<Outcome<string>> ExecuteAsync(string slug, OrganisationProfile profile, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsAdministrator) return new NotAllowed();
        // Under this lock no second organisation can take the address in between.
        await using var change = await changes.BeginAsync([Channel.Organisations], cancel);
        if (ReservedSlugs.Contains(slug) || await db.Organisations.AnyAsync(organisation => organisation.Slug == slug, cancel)) return new AddressIsTaken(slug);
        var founded = Organisation.Found(OrganisationId.New(change.Now), slug, profile.Name, profile.Kind, profile.Website, profile.About);
        db.Organisations.Add(founded);
        change.Audit("organisation.create", Subject.Of(founded.Id), actor, profile.Name);
        change.Evict(CacheTags.Organisations);
        await change.CommitAsync(cancel);
        return slug;
    }
}
