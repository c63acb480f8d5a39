using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Discussions;

/// <summary>Reads discussions: a fixed number of queries however long they are.</summary>
public sealed class DiscussionQueries(ParticipationDbContext db)
{
    /// <summary>Top-level comments of a page.</summary>
    public const int PageSize = 20;

    /// <summary>Replies of a thread that a page shows before "more".</summary>
    public const int RepliesShown = 20;

    /// <summary>Replies of a page of one thread.</summary>
    public const int ThreadPageSize = 100;

    /// <summary>How many pages a discussion has.</summary>
    public async Task<int> PagesAsync(IdeaRef idea, CancellationToken cancel)
    {
        var roots = await Roots(idea).CountAsync(cancel);
        return Math.Max(1, (roots + PageSize - 1) / PageSize);
    }

    /// <summary>The threads of one page.</summary>
    public async Task<IReadOnlyList<ThreadView>> ThreadsAsync(IdeaRef idea, DiscussionSort sort, int page, CancellationToken cancel)
    {
        var ids = await Sorted(Roots(idea), sort).Skip((page - 1) * PageSize).Take(PageSize).Select(comment => comment.Id).ToListAsync(cancel);
        var roots = (await Views(idea, db.Comments.Where(comment => ids.Contains(comment.Id))).ToListAsync(cancel)).ToDictionary(row => row.Id);
        var replies = await Views(idea, db.Comments.Where(root => ids.Contains(root.Id))
            .SelectMany(root => db.Comments.Where(reply => ids.Contains(reply.RootId) && reply.RootId == root.Id && reply.Depth > 0).Where(IsShown).OrderBy(reply => reply.Path).Take(RepliesShown + 1)))
            .ToListAsync(cancel);
        var byRoot = replies.ToLookup(row => row.RootId, row => row.View);
        return [.. ids.Where(roots.ContainsKey).Select(id => Thread(roots[id].View, byRoot[id]))];
    }

    /// <summary>One thread from a path on, or null when there is no such comment.</summary>
    public async Task<ThreadView?> ThreadAsync(IdeaRef idea, int rootNumber, string? after, int take, CancellationToken cancel)
    {
        var root = await Views(idea, Roots(idea).Where(comment => comment.Number == rootNumber)).SingleOrDefaultAsync(cancel);
        if (root is null) return null;
        var from = after ?? "";
        var replies = await Views(idea, db.Comments.Where(reply => reply.RootId == root.Id && reply.Depth > 0 && reply.Path.CompareTo(from) > 0).Where(IsShown)
            .OrderBy(reply => reply.Path).Take(take + 1)).ToListAsync(cancel);
        var sorted = replies.Select(row => row.View).OrderBy(view => view.Path, StringComparer.Ordinal).ToList();
        return new ThreadView(root.View, [.. sorted.Take(take)], sorted.Count > take);
    }

    /// <summary>Comments by number, shown or not.</summary>
    public async Task<IReadOnlyList<CommentView>> ByNumberAsync(IdeaRef idea, IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        [.. (await Views(idea, Of(idea).Where(comment => numbers.Contains(comment.Number))).ToListAsync(cancel)).Select(row => row.View)];

    /// <summary>Deleted comments that hold no reply any more, the latest first; a page shows no stub for them.</summary>
    public Task<List<int>> EmptyStubsAsync(IdeaRef idea, CancellationToken cancel) => Of(idea)
        .Where(comment => comment.Status == CommentStatus.Deleted && comment.ReplyCount == 0).OrderByDescending(comment => comment.RemovedAt).Take(50)
        .Select(comment => comment.Number).ToListAsync(cancel);

    /// <summary>What a discussion needs to know of its idea, or null.</summary>
    public Task<IdeaRef?> IdeaAsync(int number, CancellationToken cancel) => db.Ideas.AsNoTracking().Where(idea => idea.Number == number)
        .Select(idea => new IdeaRef(idea.Id, number, idea.Title, idea.AuthorId, idea.ProcessId, idea.Status, idea.HiddenAt != null) { LockReason = idea.LockReason, Comments = idea.CommentCount }).SingleOrDefaultAsync(cancel);

    /// <summary>The same of an idea that was read already.</summary>
    public static IdeaRef RefOf(Idea idea, int number) => new(idea.Id, number, idea.Title, idea.AuthorId, idea.ProcessId, idea.Status, idea.HiddenAt is not null) { LockReason = idea.LockReason, Comments = idea.CommentCount };

    /// <summary>Why a comment is not shown any more, as an exception for a page: gone when it was removed, not found when nobody ever saw it.</summary>
    public async Task<Exception> MissingAsync(IdeaId idea, int number, CancellationToken cancel)
    {
        var comment = await db.Comments.AsNoTracking().Where(candidate => candidate.SubjectKind == SubjectKind.Idea && candidate.SubjectId == idea.Value && candidate.Number == number)
            .Select(candidate => new { candidate.Status, candidate.RemovalReason }).SingleOrDefaultAsync(cancel);
        return comment is { Status: CommentStatus.Deleted } ? new GoneException() : new NotFoundException();
    }

    /// <summary>Where a comment is now that stood under an idea which became part of another; null when it never moved.</summary>
    public async Task<MovedComment?> MovedAsync(int idea, int number, CancellationToken cancel)
    {
        var moved = await db.Set<CommentAddress>().AsNoTracking().Where(address => address.IdeaNumber == idea && address.CommentNumber == number)
            .Join(db.Comments, address => address.CommentId, comment => comment.Id, (_, comment) => new { comment.SubjectId, comment.Number }).SingleOrDefaultAsync(cancel);
        if (moved is null) return null;
        var home = IdeaId.From(moved.SubjectId);
        return new MovedComment(await db.Ideas.Where(candidate => candidate.Id == home).Select(candidate => candidate.Number ?? 0).SingleAsync(cancel), moved.Number);
    }

    /// <summary>A public idea.</summary>
    /// <exception cref="GoneException">It was taken out of view.</exception>
    /// <exception cref="NotFoundException">There is none, or it was never public.</exception>
    public async Task<IdeaRef> PublicIdeaAsync(int number, CancellationToken cancel) => await IdeaAsync(number, cancel) switch
    {
        { IsPublic: true } idea => idea,
        { IsHidden: true } idea when idea.Status.IsPublic() => throw new GoneException(),
        _ => throw new NotFoundException(),
    };

    /// <summary>One's own comments that nobody else sees.</summary>
    public async Task<IReadOnlyList<OwnComment>> WaitingAsync(IdeaRef idea, PersonId person, CancellationToken cancel) =>
        await Of(idea).AsNoTracking().Where(comment => comment.AuthorId == person && (comment.Status == CommentStatus.Queued || comment.Status == CommentStatus.Declined))
            .OrderByDescending(comment => comment.Number).Take(10)
            .Select(comment => new OwnComment(comment.Number, comment.Body.Html, comment.Status, comment.RemovalReason, comment.PostedAt)).ToListAsync(cancel);

    /// <summary>On which page of a sorting a thread is, and as which reply of it a comment is shown; null when it is not shown.</summary>
    public async Task<CommentPlace?> PlaceAsync(IdeaRef idea, int number, DiscussionSort sort, CancellationToken cancel)
    {
        var comment = await Of(idea).AsNoTracking().Where(IsShown).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (comment is null) return null;
        var root = await Of(idea).AsNoTracking().SingleAsync(candidate => candidate.Id == comment.RootId, cancel);
        var before = await Roots(idea).CountAsync(Before(root, sort), cancel);
        var path = comment.Path;
        var index = comment.Depth == 0 ? 0 : await Of(idea).Where(reply => reply.RootId == comment.RootId && reply.Depth > 0 && reply.Path.CompareTo(path) < 0).Where(IsShown).CountAsync(cancel);
        return new CommentPlace(root.Number, before / PageSize + 1, index);
    }

    /// <summary>The path of a thread's reply at a position.</summary>
    public async Task<string?> PathAtAsync(IdeaRef idea, int rootNumber, int index, CancellationToken cancel)
    {
        var root = await Of(idea).Where(comment => comment.Number == rootNumber).Select(comment => comment.Id).SingleAsync(cancel);
        return await db.Comments.Where(reply => reply.RootId == root && reply.Depth > 0).Where(IsShown).OrderBy(reply => reply.Path).Skip(index - 1)
            .Select(reply => reply.Path).FirstOrDefaultAsync(cancel);
    }

    private static readonly System.Linq.Expressions.Expression<Func<Comment, bool>> IsShown = comment =>
        comment.Status == CommentStatus.Published || comment.Status == CommentStatus.Hidden || (comment.Status == CommentStatus.Deleted && comment.ReplyCount > 0);

    private static System.Linq.Expressions.Expression<Func<Comment, bool>> Before(Comment root, DiscussionSort sort)
    {
        var (active, posted, number) = (root.ThreadActiveAt, root.PostedAt, root.Number);
        return sort switch
        {
            DiscussionSort.Newest => other => other.PostedAt > posted || (other.PostedAt == posted && other.Number > number),
            DiscussionSort.Oldest => other => other.PostedAt < posted || (other.PostedAt == posted && other.Number < number),
            _ => other => other.ThreadActiveAt > active || (other.ThreadActiveAt == active && other.Number > number),
        };
    }

    private static IOrderedQueryable<Comment> Sorted(IQueryable<Comment> roots, DiscussionSort sort) => sort switch
    {
        DiscussionSort.Newest => roots.OrderByDescending(comment => comment.PostedAt).ThenByDescending(comment => comment.Number),
        DiscussionSort.Oldest => roots.OrderBy(comment => comment.PostedAt).ThenBy(comment => comment.Number),
        _ => roots.OrderByDescending(comment => comment.ThreadActiveAt).ThenByDescending(comment => comment.Number),
    };

    private IQueryable<Comment> Of(IdeaRef idea) => db.Comments.Where(comment => comment.SubjectId == idea.Id.Value && comment.SubjectKind == SubjectKind.Idea);

    private IQueryable<Comment> Roots(IdeaRef idea) => Of(idea).Where(comment => comment.Depth == 0).Where(IsShown);

    private static ThreadView Thread(CommentView root, IEnumerable<CommentView> replies)
    {
        var sorted = replies.OrderBy(view => view.Path, StringComparer.Ordinal).ToList();
        return new ThreadView(root, [.. sorted.Take(RepliesShown)], sorted.Count > RepliesShown);
    }

    private IQueryable<Row> Views(IdeaRef idea, IQueryable<Comment> comments) =>
        from comment in comments.AsNoTracking()
        join author in db.People on comment.AuthorId equals author.Id
        join organisation in db.Organisations on comment.OrganisationId equals organisation.Id into organisations
        from organisation in organisations.DefaultIfEmpty()
        join parent in db.Comments on comment.ParentId equals parent.Id into parents
        from parent in parents.DefaultIfEmpty()
        orderby comment.Path
        select new Row
        {
            Id = comment.Id,
            RootId = comment.RootId,
            View = new CommentView(
                idea.Number, comment.Number, parent == null ? null : parent.Number, comment.Depth, comment.Path, author.DisplayName,
                organisation == null ? null : organisation.Name, comment.AuthorId == idea.AuthorId, comment.Label, comment.Body.Html, comment.Status,
                comment.PostedAt, comment.EditedAt, comment.RemovedAt, comment.RemovalReason, comment.ReplyCount)
            {
                OrganisationSlug = organisation == null ? null : organisation.Slug,
                LockReason = comment.LockReason,
            },
        };

    private sealed class Row
    {
        public required CommentId Id { get; init; }

        public required CommentId RootId { get; init; }

        public required CommentView View { get; init; }
    }
}

/// <summary>Where a comment is found.</summary>
/// <param name="Root">Number of its thread.</param>
/// <param name="Page">Page of the discussion.</param>
/// <param name="Index">Position among the replies of its thread, from 0.</param>
public sealed record CommentPlace(int Root, int Page, int Index);

/// <summary>Where a comment is found that moved with its idea.</summary>
public sealed record MovedComment(int Idea, int Number);

/// <summary>What a discussion needs to know of its idea.</summary>
public sealed record IdeaRef(IdeaId Id, int Number, string Title, PersonId AuthorId, Domain.Processes.ProcessId ProcessId, IdeaStatus Status, bool IsHidden)
{
    /// <summary>How many comments everyone sees.</summary>
    public int Comments { get; init; }

    /// <summary>Why a moderator closed the discussion.</summary>
    public string? LockReason { get; init; }

    /// <summary>Whether everyone may read it.</summary>
    public bool IsPublic => Status.IsPublic() && !IsHidden;
}
