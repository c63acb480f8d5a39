using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Tests.Support;
using Participation.Web.Proposals;

namespace Participation.Tests.Demo;

/// <summary>The invented proposals, with their texts cut into sections and their costs as data.</summary>
public sealed class DemoProposalTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_proposal_has_its_status_texts_costs_and_signatures(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var proposals = await site.WithDbAsync(db => db.Proposals.AsNoTracking().Include(p => p.Costs).Include(p => p.SignOffs).Include(p => p.Ideas).Include(p => p.Sections).AsSplitQuery().OrderBy(p => p.Number).ToListAsync());
        Assert.Equal([ProposalStatus.Adopted, ProposalStatus.Published, ProposalStatus.InCommittee, ProposalStatus.SignOff, ProposalStatus.InImplementation, ProposalStatus.Drafting], proposals.Select(proposal => proposal.Status));
        Assert.Equal([(9_200_000, 1_250_000), (50_000_000, 0), (16_000_000, 2_630_000), (8_550_000, 1_250_000), (2_000_000, 3_000_000), (3_250_000, 1_250_000)],
            proposals.Select(proposal => (proposal.Costs.Sum(cost => cost.OneOff ?? 0), proposal.Costs.Sum(cost => cost.Yearly ?? 0))));
        Assert.All(proposals, proposal => Assert.True(proposal.Ideas.Count > 1 && proposal.IsPublic));
        Assert.DoesNotContain(proposals.SelectMany(proposal => proposal.Sections), text => text.Snapshot.Length == 0 || text.Snapshot.Contains("## ", StringComparison.Ordinal));
        foreach (var signed in proposals.Where(proposal => proposal.ContentHash is not null))
        {
            var content = await site.UseAsync<ContentOfProposal, ProposalContent>(contents => contents.ReadAsync(signed.Id, default));
            Assert.Equal(content.Hash(), signed.ContentHash);
        }
    }
}
