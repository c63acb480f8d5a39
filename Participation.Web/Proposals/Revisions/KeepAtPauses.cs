using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Proposals.Revisions;

/// <summary>
/// Keeps a revision of each draft in which something was written and then nothing for ten minutes: a bounded number per round. Safe to repeat, and on every node: it
/// is decided under the proposal's lock, and what says the same is not kept twice.
/// </summary>
public sealed class KeepAtPauses(ParticipationDbContext db, Changes changes, KeepRevision keep, TimeProvider clock, ILogger<KeepAtPauses> log)
{
    /// <summary>Most proposals in one round.</summary>
    public const int Batch = 50;

    /// <returns>The proposals whose text was looked at.</returns>
    public async Task<IReadOnlyList<int>> ExecuteAsync(CancellationToken cancel)
    {
        var due = clock.GetUtcNow() - Revision.Pause;
        var numbers = await Resting(due).OrderBy(proposal => proposal.ActiveAt).Select(proposal => proposal.Number).Take(Batch).ToListAsync(cancel);
        foreach (var number in numbers) await Rounds.OnceAsync(log, () => KeepAsync(number, due, cancel), nameof(KeepAtPauses), cancel);
        return numbers;
    }

    /// <summary>Drafts that nobody has written in lately, and of which no revision has been kept since.</summary>
    private IQueryable<Proposal> Resting(DateTimeOffset due) => db.Proposals.Where(proposal => proposal.Status == ProposalStatus.Drafting && proposal.ActiveAt <= due
        && !db.SharedTexts.Any(text => text.ProposalId == proposal.Id && db.SharedTextUpdates.Any(update => update.TextId == text.Id && update.Version == text.Version && update.At > due))
        && !db.Revisions.Any(revision => revision.ProposalId == proposal.Id && revision.StandsAt >= proposal.ActiveAt
            && !db.SharedTexts.Any(text => text.ProposalId == proposal.Id && db.SharedTextUpdates.Any(update => update.TextId == text.Id && update.Version == text.Version && update.At > revision.StandsAt))));

    private async Task KeepAsync(int number, DateTimeOffset due, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var change = await changes.BeginAsync([Channel.Proposal(number)], cancel);
        if (await Resting(due).AsSplitQuery().Include(proposal => proposal.Authors).Include(proposal => proposal.Costs).SingleOrDefaultAsync(proposal => proposal.Number == number, cancel) is not { } proposal) return;
        if ((await keep.ExecuteAsync(proposal, RevisionReason.Pause, change.Now, cancel)).Done) await change.CommitAsync(cancel);
    }
}

/// <summary>Does so every minute.</summary>
internal sealed class PauseRounds(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PauseRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync<KeepAtPauses>(Pace, scopes, clock, log, keep => keep.ExecuteAsync(stoppingToken), stoppingToken);
}
