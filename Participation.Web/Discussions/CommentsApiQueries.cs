using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>Reads comments for the API: what a page shows of them.</summary>
internal sealed class CommentsApiQueries(ParticipationDbContext db, IdeasApiQueries ideas, DiscussionQueries discussions)
{
    /// <summary>What is discussed, for this reader, and the idea that an idea became part of.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this reader.</exception>
    /// <exception cref="GoneException">It was removed.</exception>
    public async Task<(Subject Subject, int? MergedInto)> FindAsync(DiscussionKey key, PersonId? reader, CancellationToken cancel)
    {
        if (!key.IsIdea) return ((await discussions.PublicAsync(key, cancel)).Subject, null);
        var (id, mergedInto) = await ideas.FindAsync(key.Number, reader, cancel);
        return (Subject.Of(id), mergedInto);
    }

    /// <summary>Comments of a discussion in order of posting, after a number.</summary>
    public async Task<List<ApiComment>> ListAsync(Subject about, DiscussionKey key, int after, int take, CancellationToken cancel) =>
        [.. (await Rows(Shown(about).Where(comment => comment.Number > after).OrderBy(comment => comment.Number).Take(take)).ToListAsync(cancel)).Select(row => row.ToApi(key))];

    /// <summary>One comment, or null.</summary>
    public async Task<ApiComment?> OneAsync(Subject about, DiscussionKey key, int number, CancellationToken cancel) =>
        (await Rows(Shown(about).Where(comment => comment.Number == number)).SingleOrDefaultAsync(cancel))?.ToApi(key);

    /// <summary>Published ones, and stubs as far as they hold a thread together.</summary>
    private IQueryable<Comment> Shown(Subject about) => db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == about.Kind && comment.SubjectId == about.Id
        && (comment.Status == CommentStatus.Published || comment.Status == CommentStatus.Hidden || (comment.Status == CommentStatus.Deleted && comment.ReplyCount > 0)));

    private IQueryable<Row> Rows(IQueryable<Comment> comments) => comments.Select(comment => new Row(
        comment.Number, db.Comments.Where(parent => parent.Id == comment.ParentId).Select(parent => (int?)parent.Number).FirstOrDefault(), comment.Depth, comment.Status,
        db.People.Where(person => person.Id == comment.AuthorId).Select(person => person.DisplayName).First(),
        db.Organisations.Where(organisation => organisation.Id == comment.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
        comment.Label, comment.Body.Markdown, comment.Body.Html, comment.RemovalReason, comment.PostedAt, comment.EditedAt, comment.ReplyCount, comment.TextVersion));

    private sealed record Row(
        int Number, int? Parent, int Depth, CommentStatus Status, string Author, string? Organisation, CommentLabel Label, string Markdown, string Html,
        string? RemovalReason, DateTimeOffset PostedAt, DateTimeOffset? EditedAt, int Replies, int Version)
    {
        public ApiComment ToApi(DiscussionKey key)
        {
            var (idea, passage, address) = (key.Idea, key.Passage, Links.Comment(key, Number));
            return Status is CommentStatus.Published
                ? new(idea, passage, Number, address, Parent, Depth, Status, new ApiAuthor(Author, Organisation), Label, Markdown, Html, null, PostedAt, EditedAt, Replies, Version)
                : new(idea, passage, Number, address, Parent, Depth, Status, null, null, null, null, RemovalReason, PostedAt, null, Replies, Version);
        }
    }
}
