using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals.Writing;

/// <summary>A proposal of one organisation whose editors write its first section.</summary>
internal sealed class GivenTexts(TestSite site, Organisation organisation, Proposal proposal)
{
    private int _editors;

    public TestSite Site => site;

    public Organisation Organisation => organisation;

    public Proposal Proposal => proposal;

    public SharedTextId Text { get; } = proposal.Sections[0].Id;

    public static async Task<GivenTexts> InAsync(TestSite site, bool readAlong = false) => await InAsync(site, "partnerin", 1, readAlong);

    public static async Task<GivenTexts> InAsync(TestSite site, string slug, int number, bool readAlong = false)
    {
        var organisation = await site.OrganisationAsync(slug, $"Partnerin {number}");
        var owner = await site.MemberAsync(organisation, MembershipRole.Owner);
        return await site.WithDbAsync(async db =>
        {
            var proposal = Proposal.Start(ProposalId.New(A.Moment), number, "Sichere Radwege", "Wege, auf denen alle fahren.", organisation.Id, [], readAlong, $"vorhaben-{number}", owner.Person, A.Moment);
            db.Proposals.Add(proposal);
            await db.SaveChangesAsync();
            return new GivenTexts(site, organisation, proposal);
        });
    }

    public async Task<TextEditor> EditorAsync(MembershipRole role = MembershipRole.Editor) => Editor(await site.MemberAsync(organisation, role));

    public TextEditor Editor(Actor actor, TestSite? node = null) => new(node ?? site, Text, actor, PushUpdates.ClientPrefix(Text, actor.Person) + $"x{Interlocked.Increment(ref _editors)}");

    public Task<TextNow> NowAsync() => site.UseAsync<ReadTexts, TextNow>(async read => (await read.OfAsync(proposal.Id, default))[0]);

    /// <summary>Everything that is stored, from the first update on.</summary>
    public Task<(int Version, string Text, int Snapshot)> StoredAsync() => site.WithDbAsync(async db =>
    {
        var updates = await db.SharedTextUpdates.AsNoTracking().Where(update => update.TextId == Text).OrderBy(update => update.Version).ToListAsync();
        Assert.Equal(Enumerable.Range(1, updates.Count), updates.Select(update => update.Version));
        var row = await db.SharedTexts.AsNoTracking().SingleAsync(text => text.Id == Text);
        Assert.Equal(updates.Count, row.Version);
        return (row.Version, updates.Aggregate("", (text, update) => ChangeSet.Parse(update.Changes).Apply(text)), row.SnapshotVersion);
    });
}

/// <summary>One who sends.</summary>
internal sealed record TextEditor(TestSite Site, SharedTextId Text, Actor Actor, string Client)
{
    public Task<Outcome<int>> PushAsync(int version, params string[] changes) => PushAsAsync(Client, version, $"[{string.Join(',', changes)}]");

    public Task<Outcome<int>> PushAsAsync(string client, int version, string json) =>
        Site.UseAsync<PushUpdates, Outcome<int>>(push => push.ExecuteAsync(Text, version, client, JsonElement.Parse(json), Actor, default));
}
