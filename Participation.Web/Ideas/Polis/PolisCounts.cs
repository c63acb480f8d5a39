using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Data;

namespace Participation.Web.Ideas.Polis;

/// <summary>Everything a process holds, counted from its rows (not from stored counts).</summary>
/// <param name="Ideas">All ideas but drafts.</param>
/// <param name="Published">Ideas anyone may read.</param>
/// <param name="Declined">Ideas that were not published, or are hidden.</param>
/// <param name="Submitted">Ideas that wait for a moderator.</param>
/// <param name="Authors">People who wrote an idea.</param>
/// <param name="Voters">People who took a stance.</param>
/// <param name="People">People who did either.</param>
/// <param name="Stances">All stances.</param>
/// <param name="For">Stances for.</param>
/// <param name="Neutral">Stances neither nor.</param>
/// <param name="Against">Stances against.</param>
public sealed record PolisCounts(
    int Ideas, int Published, int Declined, int Submitted, int Authors, int Voters, int People, int Stances, int For, int Neutral, int Against)
{
    /// <summary>Counts a process.</summary>
    public static async Task<PolisCounts> OfAsync(ParticipationDbContext db, ProcessId process, CancellationToken cancel)
    {
        var ideas = db.Ideas.AsNoTracking().Where(idea => idea.ProcessId == process && idea.Status != IdeaStatus.Draft);
        var stances = db.Stances.AsNoTracking().Where(stance => ideas.Any(idea => idea.Id == stance.IdeaId));
        var byState = await ideas.GroupBy(idea => new { idea.Status, Hidden = idea.HiddenAt != null }).Select(group => new { group.Key.Status, group.Key.Hidden, Count = group.Count() }).ToListAsync(cancel);
        var byKind = await stances.GroupBy(stance => stance.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancel);
        var authors = await ideas.Select(idea => idea.AuthorId).Distinct().ToListAsync(cancel);
        var voters = await stances.Select(stance => stance.PersonId).Distinct().ToListAsync(cancel);
        var submitted = byState.Where(state => state.Status is IdeaStatus.Submitted).Sum(state => state.Count);
        var published = byState.Where(state => state.Status.IsPublic() && !state.Hidden).Sum(state => state.Count);
        var all = byState.Sum(state => state.Count);
        return new PolisCounts(
            all, published, all - published - submitted, submitted, authors.Count, voters.Count, authors.Union(voters).Count(), byKind.Values.Sum(),
            byKind.GetValueOrDefault(StanceKind.For), byKind.GetValueOrDefault(StanceKind.Neutral), byKind.GetValueOrDefault(StanceKind.Against));
    }
}
