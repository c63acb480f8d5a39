using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Discussions;

/// <summary>Reads discussions: a fixed number of queries however long they are.</summary>
public sealed class DiscussionQueries(ParticipationDbContext db, CityClock clock)
{
    /// <summary>Top-level comments of a page.</summary>
    public const int PageSize = 20;

    /// <summary>Replies of a thread that a page shows before "more".</summary>
    public const int RepliesShown = 20;

    /// <summary>Replies of a page of one thread.</summary>
    public const int ThreadPageSize = 100;

    /// <summary>How many pages a discussion has.</summary>
    public async Task<int> PagesAsync(DiscussionRef about, CancellationToken cancel)
    {
        var roots = await Roots(about).CountAsync(cancel);
        return Math.Max(1, (roots + PageSize - 1) / PageSize);
    }

    /// <summary>The threads of one page.</summary>
    public async Task<IReadOnlyList<ThreadView>> ThreadsAsync(DiscussionRef about, DiscussionSort sort, int page, CancellationToken cancel)
    {
        var ids = await Sorted(Roots(about), sort).Skip((page - 1) * PageSize).Take(PageSize).Select(comment => comment.Id).ToListAsync(cancel);
        var roots = (await Views(about, db.Comments.Where(comment => ids.Contains(comment.Id))).ToListAsync(cancel)).ToDictionary(row => row.Id);
        var replies = await Views(about, db.Comments.Where(root => ids.Contains(root.Id))
            .SelectMany(root => db.Comments.Where(reply => ids.Contains(reply.RootId) && reply.RootId == root.Id && reply.Depth > 0).Where(IsShown).OrderBy(reply => reply.Path).Take(RepliesShown + 1)))
            .ToListAsync(cancel);
        var byRoot = replies.ToLookup(row => row.RootId, row => row.View);
        return [.. ids.Where(roots.ContainsKey).Select(id => Thread(roots[id].View, byRoot[id]))];
    }

    /// <summary>One thread from a path on, or null when there is no such comment.</summary>
    public async Task<ThreadView?> ThreadAsync(DiscussionRef about, int rootNumber, string? after, int take, CancellationToken cancel)
    {
        var root = await Views(about, Roots(about).Where(comment => comment.Number == rootNumber)).SingleOrDefaultAsync(cancel);
        if (root is null) return null;
        var from = after ?? "";
        var replies = await Views(about, db.Comments.Where(reply => reply.RootId == root.Id && reply.Depth > 0 && reply.Path.CompareTo(from) > 0).Where(IsShown)
            .OrderBy(reply => reply.Path).Take(take + 1)).ToListAsync(cancel);
        var sorted = replies.Select(row => row.View).OrderBy(view => view.Path, StringComparer.Ordinal).ToList();
        return new ThreadView(root.View, [.. sorted.Take(take)], sorted.Count > take);
    }

    /// <summary>Comments by number, shown or not.</summary>
    public async Task<IReadOnlyList<CommentView>> ByNumberAsync(DiscussionRef about, IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        [.. (await Views(about, Of(about).Where(comment => numbers.Contains(comment.Number))).ToListAsync(cancel)).Select(row => row.View)];

    /// <summary>Deleted comments that hold no reply any more, the latest first; a page shows no stub for them.</summary>
    public Task<List<int>> EmptyStubsAsync(DiscussionRef about, CancellationToken cancel) => Of(about)
        .Where(comment => comment.Status == CommentStatus.Deleted && comment.ReplyCount == 0).OrderByDescending(comment => comment.RemovedAt).Take(50)
        .Select(comment => comment.Number).ToListAsync(cancel);

    /// <summary>What a discussion needs to know of what is discussed, or null: one query.</summary>
    public Task<DiscussionRef?> FindAsync(DiscussionKey key, CancellationToken cancel)
    {
        var (number, now) = (key.Number, clock.Now);
        return key.IsIdea
            ? db.Ideas.AsNoTracking().Where(idea => idea.Number == number)
                .Select(idea => new DiscussionRef(Subject.Of(idea.Id), DiscussionKey.OfIdea(number), idea.Title, idea.AuthorId, idea.ProcessId, idea.HiddenAt == null && IdeaStatuses.Public.Contains(idea.Status))
                {
                    LockReason = idea.LockReason, Comments = idea.CommentCount, IsMerged = idea.Status == IdeaStatus.Merged, WasPublic = idea.HiddenAt != null && IdeaStatuses.Public.Contains(idea.Status),
                }).SingleOrDefaultAsync(cancel)
            : db.TextPassages.AsNoTracking().Where(passage => passage.Number == number && passage.Level == 0)
                .Select(passage => new DiscussionRef(Subject.Of(passage.Id), DiscussionKey.OfPassage(number), passage.Text.Title, null, passage.Text.ProcessId, passage.Text.Publication.From != null && passage.Text.Publication.From <= now && passage.Text.Publication.WithdrawnAt == null)
                {
                    Comments = passage.CommentCount, WasPublic = passage.Text.Publication.WithdrawnAt != null, RemovalReason = passage.Text.Publication.Reason, IsStruck = passage.StruckAt != null,
                }).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The same of an idea that was read already.</summary>
    public static DiscussionRef RefOf(Idea idea) => new(idea.Subject, idea.Discussion, idea.Title, idea.AuthorId, idea.ProcessId, idea.IsPublic)
    {
        LockReason = idea.LockReason, Comments = idea.CommentCount, IsMerged = idea.Status is IdeaStatus.Merged, WasPublic = idea.HiddenAt is not null && idea.Status.IsPublic(),
    };

    /// <summary>Why a comment is not shown any more, as an exception for a page: gone when it was removed, not found when nobody ever saw it.</summary>
    public async Task<Exception> MissingAsync(Subject subject, int number, CancellationToken cancel)
    {
        var comment = await db.Comments.AsNoTracking().Where(candidate => candidate.SubjectKind == subject.Kind && candidate.SubjectId == subject.Id && candidate.Number == number)
            .Select(candidate => new { candidate.Status, candidate.RemovalReason }).SingleOrDefaultAsync(cancel);
        return comment is { Status: CommentStatus.Deleted } ? new GoneException() : new NotFoundException();
    }

    /// <summary>Where a comment is now that stood under an idea which became part of another; null when it never moved.</summary>
    public async Task<MovedComment?> MovedAsync(DiscussionKey discussion, int number, CancellationToken cancel)
    {
        if (!discussion.IsIdea) return null;
        var idea = discussion.Number;
        var moved = await db.Set<CommentAddress>().AsNoTracking().Where(address => address.IdeaNumber == idea && address.CommentNumber == number)
            .Join(db.Comments, address => address.CommentId, comment => comment.Id, (_, comment) => new { comment.SubjectId, comment.Number }).SingleOrDefaultAsync(cancel);
        if (moved is null) return null;
        var home = IdeaId.From(moved.SubjectId);
        return new MovedComment(await db.Ideas.Where(candidate => candidate.Id == home).Select(candidate => candidate.Number ?? 0).SingleAsync(cancel), moved.Number);
    }

    /// <summary>What everyone may read.</summary>
    /// <exception cref="GoneException">It was taken out of view.</exception>
    /// <exception cref="NotFoundException">There is none, or it was never public.</exception>
    public async Task<DiscussionRef> PublicAsync(DiscussionKey key, CancellationToken cancel) => await FindAsync(key, cancel) switch
    {
        { IsPublic: true } about => about,
        { WasPublic: true, RemovalReason: var reason } => throw new GoneException(reason ?? ""),
        _ => throw new NotFoundException(),
    };

    /// <summary>One's own comments that nobody else sees.</summary>
    public async Task<IReadOnlyList<OwnComment>> WaitingAsync(DiscussionRef about, PersonId person, CancellationToken cancel) =>
        await Of(about).AsNoTracking().Where(comment => comment.AuthorId == person && (comment.Status == CommentStatus.Queued || comment.Status == CommentStatus.Declined))
            .OrderByDescending(comment => comment.Number).Take(10)
            .Select(comment => new OwnComment(comment.Number, comment.Body.Html, comment.Status, comment.RemovalReason, comment.PostedAt)).ToListAsync(cancel);

    /// <summary>On which page of a sorting a thread is, and as which reply of it a comment is shown; null when it is not shown.</summary>
    public async Task<CommentPlace?> PlaceAsync(DiscussionRef about, int number, DiscussionSort sort, CancellationToken cancel)
    {
        var comment = await Of(about).AsNoTracking().Where(IsShown).SingleOrDefaultAsync(candidate => candidate.Number == number, cancel);
        if (comment is null) return null;
        var root = await Of(about).AsNoTracking().SingleAsync(candidate => candidate.Id == comment.RootId, cancel);
        var before = await Roots(about).CountAsync(Before(root, sort), cancel);
        var path = comment.Path;
        var index = comment.Depth == 0 ? 0 : await Of(about).Where(reply => reply.RootId == comment.RootId && reply.Depth > 0 && reply.Path.CompareTo(path) < 0).Where(IsShown).CountAsync(cancel);
        return new CommentPlace(root.Number, before / PageSize + 1, index);
    }

    /// <summary>The path of a thread's reply at a position.</summary>
    public async Task<string?> PathAtAsync(DiscussionRef about, int rootNumber, int index, CancellationToken cancel)
    {
        var root = await Of(about).Where(comment => comment.Number == rootNumber).Select(comment => comment.Id).SingleAsync(cancel);
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

    private IQueryable<Comment> Of(DiscussionRef about) => db.Comments.Where(comment => comment.SubjectId == about.Subject.Id && comment.SubjectKind == about.Subject.Kind);

    private IQueryable<Comment> Roots(DiscussionRef about) => Of(about).Where(comment => comment.Depth == 0).Where(IsShown);

    private static ThreadView Thread(CommentView root, IEnumerable<CommentView> replies)
    {
        var sorted = replies.OrderBy(view => view.Path, StringComparer.Ordinal).ToList();
        return new ThreadView(root, [.. sorted.Take(RepliesShown)], sorted.Count > RepliesShown);
    }

    private IQueryable<Row> Views(DiscussionRef about, IQueryable<Comment> comments) =>
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
                about.Key, comment.Number, parent == null ? null : parent.Number, comment.Depth, comment.Path, author.DisplayName,
                organisation == null ? null : organisation.Name, comment.AuthorId == about.Writer, comment.Label, comment.Body.Html, comment.Status,
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

/// <summary>What a discussion needs to know of what is discussed.</summary>
/// <param name="Subject">What comments belong to.</param>
/// <param name="Key">Its public name.</param>
/// <param name="Title">Title of the idea, or of the text.</param>
/// <param name="Writer">Who wrote the idea; nobody a text.</param>
/// <param name="ProcessId">Whose rules hold.</param>
/// <param name="IsPublic">Whether everyone may read it.</param>
public sealed record DiscussionRef(Subject Subject, DiscussionKey Key, string Title, PersonId? Writer, Domain.Processes.ProcessId ProcessId, bool IsPublic)
{
    /// <summary>How many comments everyone sees.</summary>
    public int Comments { get; init; }

    /// <summary>Why a moderator closed the discussion.</summary>
    public string? LockReason { get; init; }

    /// <summary>Whether it became part of another idea.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Whether everyone could read it once.</summary>
    public bool WasPublic { get; init; }

    /// <summary>Why nobody reads it any more.</summary>
    public string? RemovalReason { get; init; }

    /// <summary>Whether the passage was struck from its text: what was said stays, nothing new comes.</summary>
    public bool IsStruck { get; init; }

    /// <summary>Where it is read.</summary>
    public string Address => Shared.Links.Discussed(Key, Title);
}
