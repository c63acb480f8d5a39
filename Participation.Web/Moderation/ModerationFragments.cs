using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>What the moderators' channel says: only that the queue changed, so that the page fetches it anew.</summary>
internal sealed class ModerationFragments : IChannelFragments
{
    public bool Owns(string channel) => channel == Channel.Moderation;

    public bool IsForStaff => true;

    public Task<bool> MayWatchAsync(string channel, Actor? viewer, CancellationToken cancel) => Task.FromResult(viewer?.IsModerator == true);

    public Task<IReadOnlyList<LiveChange>> RenderAsync(string channel, IReadOnlyList<ChannelEvent> events, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<LiveChange>>([.. events.Select(e => new LiveChange(channel, e.Sequence, e.Kind.ToString(), e.SubjectNumber, 0, null, null))]);
}
