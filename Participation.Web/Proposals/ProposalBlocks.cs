using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary><c>{{proposal 2}}</c> shows the proposal as it is now.</summary>
internal sealed class ProposalBlocks(ProposalQueries queries) : ILiveBlocks
{
    public string Name => "proposal";

    public async Task<IReadOnlyDictionary<int, LiveBlock>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        (await queries.ByNumberAsync(numbers, cancel)).ToDictionary(proposal => proposal.Number, proposal => new LiveBlock(
            typeof(ProposalRows), new Dictionary<string, object?> { [nameof(ProposalRows.Proposals)] = new[] { proposal } }, proposal.Title, ProposalBadge.Text(proposal.Status), Links.Proposal(proposal.Number, proposal.Title)));
}
