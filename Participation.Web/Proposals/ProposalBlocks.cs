using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary><c>{{proposal 2}}</c> shows the proposal as it is now.</summary>
internal sealed class ProposalBlocks(ProposalQueries queries, ParticipationDbContext db) : ILiveBlocks
{
    public string Name => "proposal";

    public IReadOnlyList<string> Aliases => ["vorhaben"];

    public async Task<IReadOnlyList<int>> KnownAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await db.Proposals.AsNoTracking().Where(proposal => numbers.Contains(proposal.Number)).Select(proposal => proposal.Number).ToListAsync(cancel);

    public async Task<IReadOnlyDictionary<int, LiveBlock>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        (await queries.ByNumberAsync(numbers, cancel)).ToDictionary(proposal => proposal.Number, proposal => new LiveBlock(
            typeof(ProposalRows), new Dictionary<string, object?> { [nameof(ProposalRows.Proposals)] = new[] { proposal } }, proposal.Title, ProposalBadge.Text(proposal.Status), Links.Proposal(proposal.Number, proposal.Title)));
}
