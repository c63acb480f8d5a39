using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Proposals.Writing;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>
/// Writes down where open passages are by now, so that pages need not follow a long history: a bounded number of proposals per round. Safe to repeat, on every node;
/// where a passage is follows from the updates alone.
/// </summary>
public sealed class MovePassages(ParticipationDbContext db, Changes changes, ReadTexts read, FollowPassages follow, ILogger<MovePassages> log)
{
    /// <summary>So many updates may a page follow itself.</summary>
    public const int Behind = 100;

    private const int Batch = 20;

    /// <returns>How many proposals had passages to move.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancel)
    {
        var suggestions = db.Suggestions.Where(made => made.Status == SuggestionStatus.Open && db.SharedTexts.Any(text => text.Id == made.Passage.TextId && text.Version > made.Passage.Version + Behind)).Select(made => made.ProposalId);
        var remarks = db.PassageComments.Where(remark => remark.ParentId == null && remark.ResolvedAt == null && remark.RemovedAt == null && db.SharedTexts.Any(text => text.Id == remark.Passage.TextId && text.Version > remark.Passage.Version + Behind)).Select(remark => remark.ProposalId);
        var behind = await db.Proposals.Where(proposal => suggestions.Contains(proposal.Id) || remarks.Contains(proposal.Id)).OrderBy(proposal => proposal.Number).Take(Batch).Select(proposal => new { proposal.Id, proposal.Number }).ToListAsync(cancel);
        foreach (var proposal in behind) await Rounds.OnceAsync(log, () => MoveAsync(proposal.Id, proposal.Number, cancel), nameof(MovePassages), cancel);
        return behind.Count;
    }

    private async Task MoveAsync(ProposalId proposal, int number, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var change = await changes.BeginAsync([Channel.Proposal(number)], cancel);
        var texts = await read.OfAsync(proposal, cancel);
        var suggestions = await db.Suggestions.Where(made => made.ProposalId == proposal && made.Status == SuggestionStatus.Open).ToListAsync(cancel);
        var remarks = await db.PassageComments.Where(remark => remark.ProposalId == proposal && remark.ParentId == null && remark.ResolvedAt == null && remark.RemovedAt == null).ToListAsync(cancel);
        var moved = await follow.ToAsync(texts, [.. suggestions.Select(made => made.Passage), .. remarks.Select(remark => remark.Passage)], cancel);
        foreach (var (made, at) in suggestions.Zip(moved)) made.Move(at);
        foreach (var (remark, at) in remarks.Zip(moved.Skip(suggestions.Count))) remark.Move(at);
        await change.CommitAsync(cancel);
    }
}

/// <summary>Does so every minute.</summary>
internal sealed class PassageRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PassageRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<MovePassages>(Pace, scopes, clock, log, move => move.ExecuteAsync(stoppingToken), stoppingToken);
}
