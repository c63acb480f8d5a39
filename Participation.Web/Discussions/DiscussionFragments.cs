using System.Globalization;
using Participation.Domain.Accounts;
using Participation.Domain.Realtime;
using Participation.Web.Realtime;

namespace Participation.Web.Discussions;

/// <summary>What the channel of an idea shows: its comments, rendered without a viewer, each once however often it changed.</summary>
internal sealed class DiscussionFragments(DiscussionQueries queries, FragmentRenderer renderer) : IChannelFragments
{
    private const string Prefix = "idea:";

    public bool Owns(string channel) => channel.StartsWith(Prefix, StringComparison.Ordinal) && IdeaNumber(channel) > 0;

    public async Task<bool> MayWatchAsync(string channel, Actor? viewer, CancellationToken cancel) =>
        await queries.IdeaAsync(IdeaNumber(channel), cancel) is { } idea && (idea.IsPublic || viewer?.IsModerator == true || viewer?.Person == idea.AuthorId);

    public async Task<IReadOnlyList<LiveChange>> RenderAsync(string channel, IReadOnlyList<ChannelEvent> events, CancellationToken cancel)
    {
        if (await queries.IdeaAsync(IdeaNumber(channel), cancel) is not { } idea) return [];
        var changes = events.Where(e => !IsComment(e.Kind)).Select(e => new LiveChange(channel, e.Sequence, e.Kind.ToString(), e.SubjectNumber, 0, null, null)).ToList();
        var newest = events.Where(e => IsComment(e.Kind)).GroupBy(e => e.SubjectNumber).ToDictionary(group => group.Key, group => group.Last());
        foreach (var comment in await queries.ByNumberAsync(idea, newest.Keys, cancel))
            changes.Add(await RenderAsync(channel, comment, newest[comment.Number]));
        changes.AddRange(await EmptyStubsAsync(channel, idea, events, cancel));
        return [.. changes.OrderBy(change => change.Sequence).ThenBy(change => change.Path, StringComparer.Ordinal)];
    }

    /// <summary>The fragment of one comment for someone who just wrote it.</summary>
    public async Task<LiveChange?> OneAsync(IdeaRef idea, int number, CancellationToken cancel) =>
        (await queries.ByNumberAsync(idea, [number], cancel)) is [var comment]
            ? await RenderAsync(Channel.Idea(idea.Number), comment, ChannelEvent.Of(Channel.Idea(idea.Number), 0, ChannelEventKind.CommentAppeared, number, default))
            : null;

    /// <summary>Removing a last reply also removes the stub of a deleted comment above it.</summary>
    private async Task<IEnumerable<LiveChange>> EmptyStubsAsync(string channel, IdeaRef idea, IReadOnlyList<ChannelEvent> events, CancellationToken cancel)
    {
        if (events.LastOrDefault(e => e.Kind is ChannelEventKind.CommentRemoved) is not { } removed) return [];
        return (await queries.EmptyStubsAsync(idea, cancel)).Select(number =>
            new LiveChange(channel, removed.Sequence, nameof(ChannelEventKind.CommentRemoved), number, 0, null, null));
    }

    private async Task<LiveChange> RenderAsync(string channel, CommentView comment, ChannelEvent happened) => new(
        channel, happened.Sequence, happened.Kind.ToString(), comment.Number, comment.Parent ?? 0, comment.Path,
        comment.IsShown ? await renderer.RenderAsync<CommentItem>(new() { [nameof(CommentItem.Comment)] = comment }) : null);

    private static bool IsComment(ChannelEventKind kind) =>
        kind is ChannelEventKind.CommentAppeared or ChannelEventKind.CommentChanged or ChannelEventKind.CommentRemoved;

    private static int IdeaNumber(string channel) =>
        int.TryParse(channel.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
