using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary><c>#17</c> points at the idea with that number, as long as everybody may read it.</summary>
internal sealed class IdeaReferences(ParticipationDbContext db) : IReferenceTargets
{
    public char Mark => '#';

    public async Task<IReadOnlyDictionary<int, string>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel)
    {
        var wanted = numbers.Select(number => (int?)number).ToList();
        var there = await db.Ideas.ThatArePublic().Where(idea => wanted.Contains(idea.Number)).Select(idea => idea.Number ?? 0).ToListAsync(cancel);
        return there.ToDictionary(number => number, Links.Idea);
    }
}
