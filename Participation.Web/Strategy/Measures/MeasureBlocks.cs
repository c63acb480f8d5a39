using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Measures;

/// <summary><c>{{measure 5}}</c> shows the measure as it is now.</summary>
internal sealed class MeasureBlocks(MeasureQueries queries) : ILiveBlocks
{
    public string Name => "measure";

    public async Task<IReadOnlyDictionary<int, LiveBlock>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        (await queries.ByNumberAsync(numbers, cancel)).ToDictionary(measure => measure.Number, measure => new LiveBlock(
            typeof(MeasureCard), new Dictionary<string, object?> { [nameof(MeasureCard.Measure)] = measure }, measure.Title, MeasureWords.Of(measure.Status), Links.Measure(measure.Number, measure.Title)));
}
