using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Proposals.Suggestions;

/// <summary>Finds where passages are in texts as they are now, by what was written since they were looked at.</summary>
public sealed class FollowPassages(ParticipationDbContext db)
{
    /// <summary>The passages in the same order; one query for each text in which something was written.</summary>
    public async Task<IReadOnlyList<Passage>> ToAsync(IReadOnlyList<TextNow> texts, IReadOnlyList<Passage> passages, CancellationToken cancel)
    {
        var updates = new Dictionary<Guid, (int Since, IReadOnlyList<ChangeSet> All)>();
        foreach (var text in texts)
        {
            var since = passages.Where(passage => passage.TextId == text.Id).Select(passage => passage.Version).DefaultIfEmpty(text.Version).Min();
            if (since < text.Version) updates[text.Id.Value] = (since, await BetweenAsync(text, since, cancel));
        }

        return [.. passages.Select(passage => updates.TryGetValue(passage.TextId.Value, out var later) ? later.All.Skip(passage.Version - later.Since).Aggregate(passage, (at, update) => at.After(update)) : passage)];
    }

    private async Task<IReadOnlyList<ChangeSet>> BetweenAsync(TextNow text, int since, CancellationToken cancel) =>
        (await db.SharedTextUpdates.AsNoTracking().Where(update => update.TextId == text.Id && update.Version > since && update.Version <= text.Version).OrderBy(update => update.Version)
            .Select(update => update.Changes).ToListAsync(cancel)).ConvertAll(ChangeSet.Parse);
}
