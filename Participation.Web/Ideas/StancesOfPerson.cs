using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Realtime;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas;

/// <summary>A person's stances. Whoever leaves is counted no longer where ideas are open; of results the numbers stay, and nobody behind them.</summary>
internal sealed class StancesOfPerson(ParticipationDbContext db, Changes changes) : IPersonalData
{
    private const int Batch = 20;

    public int Order => 50;

    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Stance)];

    public async Task<IReadOnlyList<ExportSection>> ExportAsync(PersonId person, CancellationToken cancel)
    {
        var stances = await (from stance in db.Stances.AsNoTracking()
                             join idea in db.Ideas on stance.IdeaId equals idea.Id
                             where stance.PersonId == person
                             orderby stance.TakenAt
                             select new { idea.Number, Title = idea.HiddenAt == null && IdeaStatuses.Public.Contains(idea.Status) ? idea.Title : null, stance.Kind, stance.TakenAt, stance.OnVersion }).ToListAsync(cancel);
        return [new("stances", [.. stances.Select(stance => new ExportItem(
            ("idea", stance.Number), ("title", stance.Title), ("stance", stance.Kind), ("at", stance.TakenAt), ("version", stance.OnVersion)))])];
    }

    public async Task<bool> EraseSomeAsync(LeavingPerson who, CancellationToken cancel)
    {
        var numbers = await db.Stances.Where(stance => stance.PersonId == who.Id).Join(db.Ideas, stance => stance.IdeaId, idea => idea.Id, (_, idea) => idea.Number)
            .OrderBy(number => number).Take(Batch).ToListAsync(cancel);
        if (numbers.Count == 0) return false;
        await using var change = await changes.BeginAsync(numbers.OfType<int>().Select(Channel.Idea), cancel);
        foreach (var idea in await db.Ideas.Where(idea => numbers.Contains(idea.Number)).ToListAsync(cancel))
        {
            // Read under the lock: a merge may have carried it elsewhere meanwhile.
            if (await db.Stances.FindAsync([idea.Id, who.Id], cancel) is not { } stance) continue;
            idea.Forget(stance);
            db.Stances.Remove(stance);
            var number = idea.Number ?? 0;
            change.Counted(number);
            change.Evict(CacheTags.Ideas);
            change.Evict(CacheTags.Idea(number));
        }

        await change.CommitAsync(cancel);
        return true;
    }
}
