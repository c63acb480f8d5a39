using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>Reads comments for the API: what a page shows of them.</summary>
internal sealed class CommentsApiQueries(ParticipationDbContext db)
{
    /// <summary>Comments of an idea in order of posting, after a number.</summary>
    public async Task<List<ApiComment>> ListAsync(IdeaId idea, int number, int after, int take, CancellationToken cancel) =>
        [.. (await Rows(Shown(idea).Where(comment => comment.Number > after).OrderBy(comment => comment.Number).Take(take)).ToListAsync(cancel)).Select(row => row.ToApi(number))];

    /// <summary>One comment, or null.</summary>
    public async Task<ApiComment?> OneAsync(IdeaId idea, int ideaNumber, int number, CancellationToken cancel) =>
        (await Rows(Shown(idea).Where(comment => comment.Number == number)).SingleOrDefaultAsync(cancel))?.ToApi(ideaNumber);

    /// <summary>Published ones, and stubs as far as they hold a thread together.</summary>
    private IQueryable<Comment> Shown(IdeaId idea) => db.Comments.AsNoTracking().Where(comment => comment.SubjectKind == SubjectKind.Idea && comment.SubjectId == idea.Value
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
        public ApiComment ToApi(int idea) => Status is CommentStatus.Published
            ? new(idea, Number, Links.Comment(idea, Number), Parent, Depth, Status, new ApiAuthor(Author, Organisation), Label, Markdown, Html, null, PostedAt, EditedAt, Replies, Version)
            : new(idea, Number, Links.Comment(idea, Number), Parent, Depth, Status, null, null, null, null, RemovalReason, PostedAt, null, Replies, Version);
    }
}
