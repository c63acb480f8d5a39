using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas.Polis;

/// <summary>Votes as stances. All stances of an idea and its counts are written in one transaction, so that counts are exact at every instant.</summary>
internal sealed class PolisStances(ParticipationDbContext db, Changes changes)
{
    private const int BatchSize = 4000;

    /// <returns>How many stances are new or changed.</returns>
    public async Task<int> TakeAsync(
        PolisConversation conversation, Dictionary<long, PolisIdea> ideas, Dictionary<long, PersonId> people, Action<string> progress, CancellationToken cancel)
    {
        var (done, changed) = (0, 0);
        foreach (var batch in Batches(conversation.Votes.ToLookup(vote => vote.Comment)))
        {
            changed += await WriteAsync(batch, ideas, people, cancel);
            done += batch.Sum(votes => votes.Count());
            progress($"{done} of {conversation.Votes.Count} stances");
        }

        return changed;
    }

    /// <summary>Whole contributions, together about as many votes as fit one transaction.</summary>
    private static IEnumerable<List<IGrouping<long, PolisVote>>> Batches(ILookup<long, PolisVote> votes)
    {
        var (batch, size) = (new List<IGrouping<long, PolisVote>>(), 0);
        foreach (var contribution in votes)
        {
            batch.Add(contribution);
            size += contribution.Count();
            if (size < BatchSize) continue;
            yield return batch;
            (batch, size) = ([], 0);
        }

        if (batch.Count > 0) yield return batch;
    }

    private async Task<int> WriteAsync(List<IGrouping<long, PolisVote>> batch, Dictionary<long, PolisIdea> ideas, Dictionary<long, PersonId> people, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync(batch.Select(votes => Channel.Idea(ideas[votes.Key].Number)), cancel);
        IdeaId[] ids = [.. batch.Select(votes => ideas[votes.Key].Id)];
        var tracked = await db.Ideas.Where(idea => ids.Contains(idea.Id)).ToDictionaryAsync(idea => idea.Id, cancel);
        var there = (await db.Stances.Where(stance => ids.Contains(stance.IdeaId)).ToListAsync(cancel)).ToDictionary(stance => (stance.IdeaId, stance.PersonId));
        var changed = 0;
        foreach (var votes in batch)
        {
            var idea = tracked[ideas[votes.Key].Id];
            if (idea.Status is IdeaStatus.Merged) continue; // Its stances count elsewhere since a moderator merged it.
            var before = changed;
            changed += votes.Count(vote => Take(idea, people[vote.Voter], vote, there));
            if (changed == before) continue;
            idea.Count(Counted(there.Values.Where(stance => stance.IdeaId == idea.Id)));
            change.Counted(ideas[votes.Key].Number);
            change.Evict(CacheTags.Idea(ideas[votes.Key].Number));
        }

        if (changed > 0)
        {
            change.Evict(CacheTags.Ideas);
            await change.CommitAsync(cancel);
        }

        db.ChangeTracker.Clear();
        return changed;
    }

    /// <returns>Whether anything changed: a stance that is as new as the vote stays.</returns>
    private bool Take(Idea idea, PersonId person, PolisVote vote, Dictionary<(IdeaId, PersonId), Stance> there)
    {
        var kind = vote.Value switch { 1 => StanceKind.For, -1 => StanceKind.Against, _ => StanceKind.Neutral };
        if (!there.TryGetValue((idea.Id, person), out var stance))
        {
            stance = Stance.Take(idea.Id, person, kind, idea.TextVersion, vote.At);
            there.Add((idea.Id, person), stance);
            db.Stances.Add(stance);
            return true;
        }

        if (stance.TakenAt >= vote.At) return false;
        stance.Change(kind, idea.TextVersion, vote.At);
        return true;
    }

    private static StanceCounts Counted(IEnumerable<Stance> stances)
    {
        var counts = default(StanceCounts);
        foreach (var stance in stances) counts = counts.With(stance.Kind, 1);
        return counts;
    }
}
