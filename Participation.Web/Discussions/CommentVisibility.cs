using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Discussions;

/// <summary>
/// What follows when a comment becomes visible or stops being so: stored counts of what is discussed and of the comments above it,
/// the thread's activity, events and caches. Called under the lock of the discussion, before the commit.
/// </summary>
public sealed class CommentVisibility(ParticipationDbContext db)
{
    /// <summary>The comment is visible from now on (posted, published).</summary>
    public async Task AppearAsync(Change change, IDiscussed home, Comment comment, CancellationToken cancel)
    {
        foreach (var above in await AncestorsAsync(comment, cancel))
        {
            above.CountReply(1);
            if (above.Depth == 0) above.Touch(comment.PostedAt);
        }

        home.CountComment(1, comment.PostedAt);
        Announce(change, home, comment, ChannelEventKind.CommentAppeared);
    }

    /// <summary>The comment was deleted. Its place is empty, unless replies keep a stub there.</summary>
    public async Task DisappearAsync(Change change, IDiscussed home, Comment comment, CancellationToken cancel)
    {
        foreach (var above in await AncestorsAsync(comment, cancel)) above.CountReply(-1);
        home.CountComment(-1, null);
        Announce(change, home, comment, ChannelEventKind.CommentRemoved);
    }

    /// <summary>The author of a comment left and took it along; a stub with a moderator's reason goes too.</summary>
    public async Task LeaveAsync(Change change, IDiscussed home, Comment comment, CommentStatus before, CancellationToken cancel)
    {
        if (before is not (CommentStatus.Published or CommentStatus.Hidden)) return;
        foreach (var above in await AncestorsAsync(comment, cancel)) above.CountReply(-1);
        if (before is CommentStatus.Published) home.CountComment(-1, null);
        Announce(change, home, comment, ChannelEventKind.CommentRemoved);
    }

    /// <summary>The comment was hidden: a stub with the reason stays in its place, so the comments above keep theirs.</summary>
    public static void Hide(Change change, IDiscussed home, Comment comment)
    {
        home.CountComment(-1, null);
        Announce(change, home, comment, ChannelEventKind.CommentRemoved);
    }

    /// <summary>A hidden comment takes the place of its stub again.</summary>
    public static void Restore(Change change, IDiscussed home, Comment comment)
    {
        home.CountComment(1, null);
        Announce(change, home, comment, ChannelEventKind.CommentAppeared);
    }

    /// <summary>The text of a visible comment changed.</summary>
    public static void ChangeText(Change change, IDiscussed home, Comment comment) => Announce(change, home, comment, ChannelEventKind.CommentChanged);

    private static void Announce(Change change, IDiscussed home, Comment comment, ChannelEventKind kind)
    {
        change.Append(home.Discussion.Channel, kind, comment.Number);
        if (home.Discussion.IsIdea) change.Counted(home.Discussion.Number);
        foreach (var tag in CacheTags.Of(home.Discussion)) change.Evict(tag);
    }

    /// <summary>The comments above, found by the prefixes of the path.</summary>
    private async Task<List<Comment>> AncestorsAsync(Comment comment, CancellationToken cancel)
    {
        if (comment.Depth == 0) return [];
        string[] paths = [.. Enumerable.Range(1, comment.Depth).Select(level => comment.Path[..(level * Comment.PathDigits)])];
        return await db.Comments.Where(candidate => candidate.RootId == comment.RootId && paths.Contains(candidate.Path)).ToListAsync(cancel);
    }
}
