using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary><c>{{idea 17}}</c> shows the idea as it is now.</summary>
internal sealed class IdeaBlocks(IdeaQueries queries, ParticipationDbContext db) : ILiveBlocks
{
    public string Name => "idea";

    public IReadOnlyList<string> Aliases => ["idee"];

    public async Task<IReadOnlyList<int>> KnownAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await db.Ideas.AsNoTracking().Where(idea => idea.Number != null && numbers.Contains(idea.Number.Value)).Select(idea => idea.Number!.Value).ToListAsync(cancel);

    public async Task<IReadOnlyDictionary<int, LiveBlock>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        (await queries.ByNumberAsync(numbers, cancel)).ToDictionary(idea => idea.Number, idea => new LiveBlock(
            typeof(IdeaRows), new Dictionary<string, object?> { [nameof(IdeaRows.Ideas)] = new[] { idea } }, idea.Title, StatusBadge.Text(idea.Status), Links.Idea(idea.Number, idea.Title)));
}
