using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas;

/// <summary>The list's channel says that something changed; the counts of ideas come as rendered bars.</summary>
internal sealed class IdeaFragments(IdeaQueries queries, FragmentRenderer renderer) : IChannelFragments, ICountFragments
{
    public bool Owns(string channel) => channel == Channel.Ideas;

    public Task<bool> MayWatchAsync(string channel, Actor? viewer, CancellationToken cancel) => Task.FromResult(true);

    public Task<IReadOnlyList<LiveChange>> RenderAsync(string channel, IReadOnlyList<ChannelEvent> events, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<LiveChange>>([.. events.Select(e => new LiveChange(channel, e.Sequence, e.Kind.ToString(), e.SubjectNumber, 0, null, null))]);

    public async Task<IReadOnlyList<LiveCounts>> RenderAsync(IReadOnlyList<int> ideaNumbers, CancellationToken cancel)
    {
        var counts = new List<LiveCounts>();
        foreach (var idea in await queries.ByNumberAsync(ideaNumbers, cancel))
        {
            var bar = await renderer.RenderAsync<StanceBar>(new()
            {
                [nameof(StanceBar.Counts)] = idea.Counts, [nameof(StanceBar.Number)] = idea.Number, [nameof(StanceBar.SupportOnly)] = idea.SupportOnly,
            });
            counts.Add(new LiveCounts(idea.Number, idea.For, idea.Neutral, idea.Against, idea.CommentCount, bar));
        }

        return counts;
    }
}
