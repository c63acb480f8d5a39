using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary><c>{{measure 5}}</c> shows the measure as it is now.</summary>
internal sealed class MeasureBlocks(MeasureQueries queries, ParticipationDbContext db) : ILiveBlocks
{
    public string Name => "measure";

    public IReadOnlyList<string> Aliases => ["massnahme", "maßnahme"];

    public async Task<IReadOnlyList<int>> KnownAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await db.Measures.AsNoTracking().Where(measure => numbers.Contains(measure.Number)).Select(measure => measure.Number).ToListAsync(cancel);

    public async Task<IReadOnlyDictionary<int, LiveBlock>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        (await queries.ByNumberAsync(numbers, cancel)).ToDictionary(measure => measure.Number, measure => new LiveBlock(
            typeof(MeasureCard), new Dictionary<string, object?> { [nameof(MeasureCard.Measure)] = measure }, measure.Title, MeasureWords.Of(measure.Status), Links.Measure(measure.Number, measure.Title)));
}
