using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.News;
using Participation.Domain.Texts;
using Participation.Domain.Uploads;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Uploads;

/// <summary>Finds an image for somebody who may read the text it stands in. Its owner and moderators see it in any case.</summary>
public sealed class ImageQuery(ParticipationDbContext db, CityClock clock)
{
    private enum Reach { Nobody, Gone, Everyone }

    /// <summary>The file; 404 when there is none or it is not public, 410 when its text was taken down.</summary>
    public async Task<FoundImage> ExecuteAsync(Guid id, int width, Actor? actor, CancellationToken cancel)
    {
        var wanted = UploadId.From(id);
        var image = await db.Uploads.AsNoTracking().Where(upload => upload.Id == wanted).Select(upload => new { upload.OwnerId, upload.UsedByKind, upload.UsedById }).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        var reach = await ReachAsync(image.UsedByKind, image.UsedById, cancel);
        var isInsider = actor is { IsModerator: true } || actor?.Person == image.OwnerId;
        if (reach is Reach.Gone && !isInsider) throw new GoneException("");
        if (reach is Reach.Nobody && !isInsider) throw new NotFoundException();
        var content = await db.UploadFiles.AsNoTracking().Where(file => file.UploadId == wanted && file.Width == width).Select(file => file.Content).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        return new FoundImage(content, reach is Reach.Everyone);
    }

    private Task<Reach> ReachAsync(SubjectKind? kind, Guid? text, CancellationToken cancel) => (kind, text) switch
    {
        (SubjectKind.Idea, { } id) => OfIdeaAsync(IdeaId.From(id), cancel),
        (SubjectKind.Comment, { } id) => OfCommentAsync(CommentId.From(id), cancel),
        (SubjectKind.Article, { } id) => OfTextAsync(db.Articles.Where(article => article.Id == ArticleId.From(id)), cancel),
        (SubjectKind.Page, { } id) => OfTextAsync(db.Pages.Where(page => page.Id == PageId.From(id)), cancel),
        _ => Task.FromResult(Reach.Nobody),
    };

    /// <summary>A text of the staff.</summary>
    private async Task<Reach> OfTextAsync<T>(IQueryable<T> texts, CancellationToken cancel) where T : class, IPublished =>
        (await texts.AsNoTracking().Select(text => text.Publication).SingleOrDefaultAsync(cancel))?.StateAt(clock.Now) switch
        {
            PublicationState.Published => Reach.Everyone,
            PublicationState.Withdrawn => Reach.Gone,
            _ => Reach.Nobody,
        };

    /// <summary>An idea that became part of another is still read there.</summary>
    private async Task<Reach> OfIdeaAsync(IdeaId id, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().Where(candidate => candidate.Id == id).Select(candidate => new { candidate.Status, candidate.HiddenAt, candidate.PublishedAt }).SingleOrDefaultAsync(cancel);
        if (idea is null) return Reach.Nobody;
        if (idea.HiddenAt is not null) return Reach.Gone;
        return idea.Status.IsPublic() || (idea.Status is IdeaStatus.Merged && idea.PublishedAt is not null) ? Reach.Everyone : Reach.Nobody;
    }

    private async Task<Reach> OfCommentAsync(CommentId id, CancellationToken cancel)
    {
        var comment = await db.Comments.AsNoTracking().Where(candidate => candidate.Id == id).Select(candidate => new { candidate.Status, candidate.SubjectKind, candidate.SubjectId }).SingleOrDefaultAsync(cancel);
        if (comment is null) return Reach.Nobody;
        if (comment.Status is CommentStatus.Hidden or CommentStatus.Deleted) return Reach.Gone;
        if (comment.Status is not CommentStatus.Published) return Reach.Nobody;
        return comment.SubjectKind is SubjectKind.Idea ? await OfIdeaAsync(IdeaId.From(comment.SubjectId), cancel)
            : await OfTextAsync(db.DiscussedTexts.Where(text => text.Passages.Any(passage => passage.Id == TextPassageId.From(comment.SubjectId))), cancel);
    }
}

/// <summary>A file to be served.</summary>
/// <param name="Content">WebP.</param>
/// <param name="IsPublic">Whether everyone may have it.</param>
public sealed record FoundImage(byte[] Content, bool IsPublic);
