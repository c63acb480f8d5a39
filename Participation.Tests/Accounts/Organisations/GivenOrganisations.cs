using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Tests.Support;
using Participation.Web.Discussions;

namespace Participation.Tests.Accounts.Organisations;

/// <summary>Organisations, members and what they wrote.</summary>
internal static class GivenOrganisations
{
    public static Task<Organisation> OrganisationAsync(this TestSite site, string slug = "stadtwerke", string name = "Stadtwerke Ratingen", string about = "Strom und Wasser.") => site.WithDbAsync(async db =>
    {
        var organisation = Organisation.Found(OrganisationId.New(A.Moment), slug, name, "utility", "https://stadtwerke.example.org/", A.Text(about));
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync();
        return organisation;
    });

    /// <summary>A new person who is a member.</summary>
    public static async Task<Actor> MemberAsync(this TestSite site, Organisation organisation, MembershipRole role, string? name = null)
    {
        var person = await new Given(site).PersonAsync(name: name);
        return await site.WithDbAsync(async db =>
        {
            db.Memberships.Add(Membership.Grant(organisation.Id, person.Person, role));
            await db.SaveChangesAsync();
            return person;
        });
    }

    /// <summary>Who is a member, and as what.</summary>
    public static Task<Dictionary<PersonId, MembershipRole>> RolesAsync(this TestSite site, Organisation organisation) => site.WithDbAsync(db =>
        db.Memberships.AsNoTracking().Where(membership => membership.OrganisationId == organisation.Id).ToDictionaryAsync(membership => membership.PersonId, membership => membership.Role));

    /// <summary>Actions in the audit log, in the order in which they happened.</summary>
    public static Task<List<string>> AuditAsync(this TestSite site, Organisation organisation) => site.WithDbAsync(db =>
        db.AuditEntries.AsNoTracking().Where(entry => entry.SubjectKind == SubjectKind.Organisation && entry.SubjectId == organisation.Id.Value)
            .OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());

    /// <summary>Posts in the organisation's name; the answer of the use case.</summary>
    public static Task<Domain.Refusal?> CommentAsync(this TestSite site, int idea, Actor actor, Organisation organisation, string body = "Wir kümmern uns.") =>
        site.UseAsync<PostComment, Domain.Refusal?>(async post => (await post.ExecuteAsync(
            new CommentInput(idea, null, CommentLabel.None, body, CommentId.New(TimeProvider.System.GetUtcNow()).Value.ToString("N"), organisation.Id.Value), actor, default)).Refusal);
}
