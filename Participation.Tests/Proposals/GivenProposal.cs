using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Proposals;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>A proposal of two organisations and one owner of each.</summary>
internal sealed record GivenProposal(TestSite Site, int Number, Organisation City, Actor Lead, Organisation Works, Actor Partner, int Idea)
{
    public Task<Proposal> ReadAsync() => Site.WithDbAsync(db => db.Proposals.AsNoTracking().Include(p => p.Authors).Include(p => p.SignOffs).Include(p => p.Costs).SingleAsync(p => p.Number == Number));

    public async Task<ProposalOrder> OrderAsync(Actor actor) => new(Number, (await ReadAsync()).Version, actor);

    public Task<Refusal?> FreezeAsync(DateOnly signBy) => Site.UseAsync<FreezeProposal, Refusal?>(async freeze => await freeze.ExecuteAsync(await OrderAsync(Lead), signBy, default));

    public Task<Refusal?> ExtendAsync(Actor actor, DateOnly signBy) => Site.UseAsync<ExtendSigning, Refusal?>(async extend => await extend.ExecuteAsync(await OrderAsync(actor), signBy, default));

    public Task<Refusal?> SignAsync(Actor actor, Organisation organisation) =>
        Site.UseAsync<SignProposal, Refusal?>(async sign => await sign.SignAsync(await OrderAsync(actor), organisation.Id, (await ReadAsync()).ContentHash!, default));

    public async Task<GivenProposal> WithCostsAsync(params CostLine[] costs)
    {
        var (order, now) = (await OrderAsync(Lead), await ReadAsync());
        Assert.Null(await Site.UseAsync<ChangeProposal, Refusal?>(change => change.ExecuteAsync(order, new ProposalDetails(now.Title, now.Summary, now.ReadAlong, costs), default)));
        return this;
    }

    /// <summary>Frozen, signed by both, and so published.</summary>
    public async Task<GivenProposal> PublishedAsync(DateOnly signBy)
    {
        Assert.Null(await FreezeAsync(signBy));
        Assert.Null(await SignAsync(Lead, City));
        Assert.Null(await SignAsync(Partner, Works));
        return this;
    }
}

/// <summary>Begins one.</summary>
internal static class ProposalSteps
{
    /// <summary>A draft that both may write, its sections filled.</summary>
    public static async Task<GivenProposal> ProposalAsync(this TestSite site, bool readAlong = true, string text = "Hier steht etwas.", string suffix = "", string title = "Sichere Radwege")
    {
        var (city, works) = (await OrganisationAsync(site, "stadt" + suffix), await OrganisationAsync(site, "werke" + suffix));
        var (lead, partner) = (await OwnerAsync(site, city.Id), await OwnerAsync(site, works.Id));
        var idea = await new Given(site).IdeaAsync();
        var number = (await site.UseAsync<StartProposal, Outcome<int>>(start => start.ExecuteAsync(
            new ProposalStart(title, "Wege für alle.", city.Slug, [idea], readAlong, "vorhaben-schluessel" + suffix), lead, default))).Value;
        var given = new GivenProposal(site, number, city, lead, works, partner, idea);
        Assert.Null(await site.UseAsync<InviteOrganisation, Refusal?>(async invite => await invite.ExecuteAsync(await given.OrderAsync(lead), works.Slug, AuthorRole.CoAuthor, default)));
        Assert.Null(await site.UseAsync<TakePart, Refusal?>(async part => await part.JoinAsync(await given.OrderAsync(partner), works.Id, default)));
        var id = (await given.ReadAsync()).Id;
        await site.WithDbAsync(db => db.SharedTexts.Where(row => row.ProposalId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Snapshot, text)));
        return given;
    }

    private static Task<Organisation> OrganisationAsync(TestSite site, string slug) => site.WithDbAsync(async db =>
    {
        var organisation = Organisation.Found(OrganisationId.New(A.Moment), slug, slug.ToUpperInvariant(), "company", null, FormattedText.Empty);
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync();
        return organisation;
    });

    private static async Task<Actor> OwnerAsync(TestSite site, OrganisationId organisation)
    {
        var person = await new Given(site).PersonAsync(Role.Partner);
        await site.WithDbAsync(db =>
        {
            db.Memberships.Add(Membership.Grant(organisation, person.Person, MembershipRole.Owner));
            return db.SaveChangesAsync();
        });
        return person;
    }
}
