using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Realtime;

namespace Participation.Web.Discussions;

/// <summary>What the channel of a discussion shows: its comments, rendered without a viewer, each once however often it changed.</summary>
internal sealed class DiscussionFragments(DiscussionQueries queries, FragmentRenderer renderer) : IChannelFragments
{
    public bool Owns(string channel) => DiscussionKey.OfChannel(channel) is not null;

    public async Task<bool> MayWatchAsync(string channel, Actor? viewer, CancellationToken cancel) =>
        await FindAsync(channel, cancel) is { } about && (about.IsPublic || viewer?.IsModerator == true || (about.Writer is { } writer && viewer?.Person == writer));

    public async Task<IReadOnlyList<LiveChange>> RenderAsync(string channel, IReadOnlyList<ChannelEvent> events, CancellationToken cancel)
    {
        if (await FindAsync(channel, cancel) is not { } about) return [];
        var changes = events.Where(e => !IsComment(e.Kind)).Select(e => new LiveChange(channel, e.Sequence, e.Kind.ToString(), e.SubjectNumber, 0, null, null)).ToList();
        var newest = events.Where(e => IsComment(e.Kind)).GroupBy(e => e.SubjectNumber).ToDictionary(group => group.Key, group => group.Last());
        foreach (var comment in await queries.ByNumberAsync(about, newest.Keys, cancel))
            changes.Add(await RenderAsync(channel, comment, newest[comment.Number]));
        changes.AddRange(await EmptyStubsAsync(channel, about, events, cancel));
        return [.. changes.OrderBy(change => change.Sequence).ThenBy(change => change.Path, StringComparer.Ordinal)];
    }

    /// <summary>The fragment of one comment for someone who just wrote it.</summary>
    public async Task<LiveChange?> OneAsync(DiscussionRef about, int number, CancellationToken cancel) =>
        (await queries.ByNumberAsync(about, [number], cancel)) is [var comment]
            ? await RenderAsync(about.Key.Channel, comment, ChannelEvent.Of(about.Key.Channel, 0, ChannelEventKind.CommentAppeared, number, default))
            : null;

    /// <summary>Removing a last reply also removes the stub of a deleted comment above it.</summary>
    private async Task<IEnumerable<LiveChange>> EmptyStubsAsync(string channel, DiscussionRef about, IReadOnlyList<ChannelEvent> events, CancellationToken cancel)
    {
        if (events.LastOrDefault(e => e.Kind is ChannelEventKind.CommentRemoved) is not { } removed) return [];
        return (await queries.EmptyStubsAsync(about, cancel)).Select(number =>
            new LiveChange(channel, removed.Sequence, nameof(ChannelEventKind.CommentRemoved), number, 0, null, null));
    }

    private async Task<LiveChange> RenderAsync(string channel, CommentView comment, ChannelEvent happened) => new(
        channel, happened.Sequence, happened.Kind.ToString(), comment.Number, comment.Parent ?? 0, comment.Path,
        comment.IsShown ? await renderer.RenderAsync<CommentItem>(new() { [nameof(CommentItem.Comment)] = comment }) : null);

    private static bool IsComment(ChannelEventKind kind) =>
        kind is ChannelEventKind.CommentAppeared or ChannelEventKind.CommentChanged or ChannelEventKind.CommentRemoved;

    private async Task<DiscussionRef?> FindAsync(string channel, CancellationToken cancel) => DiscussionKey.OfChannel(channel) is { } key ? await queries.FindAsync(key, cancel) : null;
}
