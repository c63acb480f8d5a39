using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Accounts.Organisations;
using Participation.Tests.Support;
using Participation.Web.Proposals.Writing;
using Participation.Web.Shared;

namespace Participation.Tests.Proposals;

/// <summary>A proposal of an organisation that leads and one that writes along.</summary>
internal sealed class GivenProposals(TestSite site, Proposal proposal, Organisation lead, Organisation second, Actor owner, Actor editor)
{
    private int _editors;

    public TestSite Site => site;

    public int Number => proposal.Number;

    public ProposalId Id => proposal.Id;

    public Organisation Lead => lead;

    public Organisation Second => second;

    /// <summary>Owns the organisation that leads.</summary>
    public Actor Owner => owner;

    /// <summary>Writes for the other organisation.</summary>
    public Actor Editor => editor;

    public static async Task<GivenProposals> InAsync(TestSite site, bool readAlong = true, int number = 1)
    {
        var (lead, second) = (await site.OrganisationAsync($"stadtwerke-{number}", "Stadtwerke Ratingen"), await site.OrganisationAsync($"verein-{number}", "Radverein Ratingen"));
        var (owner, editor) = (await site.MemberAsync(lead, MembershipRole.Owner), await site.MemberAsync(second, MembershipRole.Editor));
        return await site.WithDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow().AddHours(-2);
            var proposal = Proposal.Start(ProposalId.New(now), number, "Sichere Radwege", "Wege, auf denen alle fahren.", lead.Id, [], readAlong, $"given-{number}", owner.Person, now);
            Assert.Null(proposal.Invite(second.Id, AuthorRole.CoAuthor, now) ?? proposal.Join(second.Id, now));
            db.Proposals.Add(proposal);
            await db.SaveChangesAsync();
            return new GivenProposals(site, proposal, lead, second, owner, editor);
        });
    }

    /// <summary>The id of a section's text.</summary>
    public SharedTextId TextOf(SectionKind section) => proposal.Sections.Single(text => text.Section == section).Id;

    /// <summary>Somebody types until the section says this.</summary>
    public async Task WriteAsync(SectionKind section, string text, Actor? by = null)
    {
        var now = await TextAsync(section);
        var pushed = await PushAsync(section, now.Version, TextDifference.Between(now.Text, text), by ?? owner);
        Assert.True(pushed.Done, pushed.Refusal?.ToString());
    }

    public Task<Outcome<int>> PushAsync(SectionKind section, int version, ChangeSet changes, Actor by) => site.UseAsync<PushUpdates, Outcome<int>>(push =>
        push.ExecuteAsync(TextOf(section), version, [new PendingUpdate(PushUpdates.ClientPrefix(TextOf(section), by.Person) + $"t{Interlocked.Increment(ref _editors)}", changes)], by, default));

    /// <summary>What a section says now.</summary>
    public Task<TextNow> TextAsync(SectionKind section) => site.UseAsync<ReadTexts, TextNow>(async read => (await read.OfAsync(proposal.Id, default)).Single(text => text.Section == section));

    public Task<Proposal> ReadAsync() => site.WithDbAsync(db => db.Proposals.AsNoTracking().AsSplitQuery().Include(p => p.Authors).Include(p => p.Costs).Include(p => p.SignOffs).SingleAsync(p => p.Id == proposal.Id));

    /// <summary>Does something with the proposal that is none of the test's business.</summary>
    public Task ChangeAsync(Func<Proposal, DateTimeOffset, Refusal?> rule) => site.WithDbAsync(async db =>
    {
        var stored = await db.Proposals.AsSplitQuery().Include(p => p.Authors).Include(p => p.Costs).Include(p => p.SignOffs).SingleAsync(p => p.Id == proposal.Id);
        Assert.Null(rule(stored, TimeProvider.System.GetUtcNow()));
        return await db.SaveChangesAsync();
    });

    /// <summary>What somebody was told.</summary>
    public Task<List<string>> ToldAsync(Actor who) => site.WithDbAsync(db => db.Notifications.AsNoTracking().Where(told => told.PersonId == who.Person).OrderBy(told => told.At).ThenBy(told => told.Id).Select(told => told.Kind.ToString()).ToListAsync());
}
