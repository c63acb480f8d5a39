using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>
/// Takes, changes or withdraws a stance. Under the idea's lock the person's stance and the idea's counts change together,
/// so the counts are exact at every instant; the primary key allows one stance per person whatever happens.
/// </summary>
public sealed class TakeStance(ParticipationDbContext db, Changes changes)
{
    /// <param name="number">The idea.</param>
    /// <param name="kind">The stance, or null to withdraw it. The same stance twice changes nothing.</param>
    /// <param name="actor">Whose stance.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The counts afterwards.</returns>
    public async Task<Outcome<StanceCounts>> ExecuteAsync(int number, StanceKind? kind, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.BeginAsync([Channel.Idea(number)], cancel);
        var idea = await db.Ideas.SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (await db.MovedAsync(idea, cancel) is { } moved) return moved;
        if (idea is null || !idea.IsPublic) throw new NotFoundException();
        var process = await db.Processes.SingleAsync(candidate => candidate.Id == idea.ProcessId, cancel);
        var person = await db.People.SingleAsync(candidate => candidate.Id == actor.Person, cancel);
        if (idea.CheckStance(kind, process, person, change.Now) is { } refusal) return refusal;

        var stance = await db.Stances.FindAsync([idea.Id, actor.Person], cancel);
        if (stance?.Kind == kind) return idea.Stances;
        idea.Count(Counted(idea.Stances, stance?.Kind, kind));
        if (kind is not { } taken) db.Stances.Remove(stance!);
        else if (stance is null) db.Stances.Add(Stance.Take(idea.Id, actor.Person, taken, idea.TextVersion, change.Now));
        else stance.Change(taken, idea.TextVersion, change.Now);

        change.Counted(number);
        change.Evict(CacheTags.Ideas);
        change.Evict(CacheTags.Idea(number));
        await change.CommitAsync(cancel);
        return idea.Stances;
    }

    private static StanceCounts Counted(StanceCounts counts, StanceKind? before, StanceKind? after)
    {
        if (before is { } old) counts = counts.With(old, -1);
        return after is { } taken ? counts.With(taken, 1) : counts;
    }
}
