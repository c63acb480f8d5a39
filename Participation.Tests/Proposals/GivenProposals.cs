using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Proposals;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>An organisation with an owner and an editor.</summary>
internal sealed record Party(Organisation Organisation, Actor Owner, Actor Editor)
{
    public Guid Id => Organisation.Id.Value;
}

/// <summary>A proposal of a lead and two organisations that write along, reached by the use cases.</summary>
internal sealed record GivenProposal(TestSite Site, int Number, Party Lead, Party Second, Party Third)
{
    private static int _count;

    /// <summary>All three take part; nothing is written yet.</summary>
    public static async Task<GivenProposal> InAsync(TestSite site, bool readAlong = false, params int[] ideas)
    {
        var parties = new List<Party>();
        for (var i = 0; i < 3; i++) parties.Add(await PartyAsync(site));
        var number = await StartAsync(site, parties[0], readAlong, ideas);
        var proposal = new GivenProposal(site, number, parties[0], parties[1], parties[2]);
        foreach (var party in parties.Skip(1))
        {
            Assert.Null(await site.UseAsync<InviteOrganisation, Refusal?>(invite => invite.ExecuteAsync(number, party.Id, AuthorRole.CoAuthor, proposal.Lead.Owner, default)));
            Assert.Null(await site.UseAsync<JoinProposal, Refusal?>(join => join.ExecuteAsync(number, party.Id, party.Owner, default)));
        }

        return proposal;
    }

    /// <summary>The same, written and given to be signed.</summary>
    public static async Task<GivenProposal> FrozenAsync(TestSite site, bool readAlong = false, params int[] ideas)
    {
        var proposal = await InAsync(site, readAlong, ideas);
        await proposal.WriteAllAsync();
        Assert.Null(await proposal.FreezeAsync());
        return proposal;
    }

    /// <summary>The same, signed by all.</summary>
    public static async Task<GivenProposal> PublishedAsync(TestSite site, params int[] ideas)
    {
        var proposal = await FrozenAsync(site, readAlong: false, ideas);
        foreach (var party in new[] { proposal.Lead, proposal.Second, proposal.Third }) Assert.Null(await proposal.SignAsync(party));
        return proposal;
    }

    public static async Task<Party> PartyAsync(TestSite site, string? name = null)
    {
        var i = Interlocked.Increment(ref _count);
        var organisation = await site.OrganisationAsync($"haus-{i}", name ?? $"Haus {i}");
        return new Party(organisation, await site.MemberAsync(organisation, MembershipRole.Owner), await site.MemberAsync(organisation, MembershipRole.Editor));
    }

    public static async Task<int> StartAsync(TestSite site, Party lead, bool readAlong = false, params int[] ideas)
    {
        var begun = await site.UseAsync<StartProposal, Outcome<int>>(start => start.ExecuteAsync(
            new NewProposal("Sichere Radwege", "Wege, auf denen alle fahren.", lead.Id, ideas, readAlong, $"key-{Interlocked.Increment(ref _count)}"), lead.Editor, default));
        Assert.True(begun.Done, begun.Refusal?.ToString());
        return begun.Value;
    }

    /// <summary>Puts a text into every section.</summary>
    public Task<int> WriteAllAsync(string text = "So steht es *hier*.") => Site.WithDbAsync(db => db.SharedTexts.Where(shared => db.Proposals.Any(proposal => proposal.Number == Number && proposal.Id == shared.ProposalId))
        .ExecuteUpdateAsync(set => set.SetProperty(shared => shared.Snapshot, text)));

    public Task<Refusal?> FreezeAsync(Actor? by = null, int days = 14) =>
        Site.UseAsync<FreezeProposal, Refusal?>(freeze => freeze.ExecuteAsync(Number, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days), by ?? Lead.Owner, default));

    public async Task<Refusal?> SignAsync(Party party, Actor? by = null, string? hash = null)
    {
        var read = hash ?? (await ReadAsync()).ContentHash ?? "";
        return await Site.UseAsync<SignProposal, Refusal?>(sign => sign.ExecuteAsync(Number, party.Id, read, by ?? party.Owner, default));
    }

    public Task<Refusal?> ReopenAsync(Actor by) => Site.UseAsync<ReopenProposal, Refusal?>(reopen => reopen.ExecuteAsync(Number, by, default));

    public Task<Proposal> ReadAsync() => Site.WithDbAsync(db => db.Proposals.AsNoTracking().Include(p => p.Authors).Include(p => p.Costs).Include(p => p.SignOffs).Include(p => p.Events).Include(p => p.Ideas).AsSplitQuery().SingleAsync(p => p.Number == Number));

    /// <summary>What somebody was told, newest last.</summary>
    public Task<List<string>> ToldAsync(Actor who) => Site.WithDbAsync(db => db.Notifications.AsNoTracking().Where(told => told.PersonId == who.Person).OrderBy(told => told.At).ThenBy(told => told.Id).Select(told => told.Kind.ToString()).ToListAsync());

    /// <summary>The first of its shared texts.</summary>
    public Task<SharedText> TextAsync() => Site.WithDbAsync(db => db.SharedTexts.AsNoTracking().SingleAsync(text => text.Section == SectionKind.Background && db.Proposals.Any(p => p.Number == Number && p.Id == text.ProposalId)));
}
