using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary><c>!3</c> points at the proposal with that number, as long as everybody may read it.</summary>
internal sealed class ProposalReferences(ParticipationDbContext db) : IReferenceTargets
{
    public char Mark => '!';

    public async Task<IReadOnlyDictionary<int, string>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel)
    {
        var there = await db.Proposals.ThatArePublic().Where(proposal => numbers.Contains(proposal.Number)).Select(proposal => proposal.Number).ToListAsync(cancel);
        return there.ToDictionary(number => number, Links.Proposal);
    }
}
