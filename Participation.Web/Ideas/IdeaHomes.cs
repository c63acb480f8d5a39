using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Web.Data;

namespace Participation.Web.Ideas;

/// <summary>Under which ideas comments stand, for lists that mix comments of many ideas: one query.</summary>
internal static class IdeaHomes
{
    /// <summary>The ideas by their id, as comments name their subject.</summary>
    public static async Task<Dictionary<Guid, IdeaHome>> HomesAsync(this IQueryable<Idea> ideas, ParticipationDbContext db, IEnumerable<Guid> subjects, CancellationToken cancel)
    {
        List<IdeaId> ids = [.. subjects.Distinct().Select(IdeaId.From)];
        var homes = await ideas.AsNoTracking().Where(idea => ids.Contains(idea.Id))
            .Select(idea => new { idea.Id, Home = new IdeaHome(idea.Number ?? 0, idea.Title, db.Processes.Where(process => process.Id == idea.ProcessId).Select(process => process.Title).First(), idea.SubmittedAt ?? idea.CreatedAt, idea.HiddenAt != null) })
            .ToListAsync(cancel);
        return homes.ToDictionary(home => home.Id.Value, home => home.Home);
    }
}

/// <summary>An idea as the place of a comment.</summary>
internal sealed record IdeaHome(int Number, string Title, string Process, DateTimeOffset WrittenAt, bool IsHidden);
