using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Council;

/// <summary><c>{{paper 5}}</c> shows the paper as it is now.</summary>
internal sealed class PaperBlocks(PaperQueries queries, ParticipationDbContext db) : ILiveBlocks
{
    public string Name => "paper";

    public IReadOnlyList<string> Aliases => ["vorlage"];

    public async Task<IReadOnlyList<int>> KnownAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await db.Papers.AsNoTracking().Where(paper => numbers.Contains(paper.Number) && paper.DeletedAt == null).Select(paper => paper.Number).ToListAsync(cancel);

    public async Task<IReadOnlyDictionary<int, LiveBlock>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        (await queries.ListAsync(new PaperFilter { Numbers = numbers }, 1, LiveTexts.Most, cancel)).ToDictionary(paper => paper.Number, paper => new LiveBlock(
            typeof(PaperRows), new Dictionary<string, object?> { [nameof(PaperRows.Papers)] = new[] { paper } }, paper.Name, CouncilWords.Of(paper.Stage), Links.Paper(paper.Number, paper.Name)));
}
