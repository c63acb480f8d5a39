using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Discussions;

/// <summary>Comments, rendered anew after an upgrade.</summary>
internal sealed class StoredComments(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel)
    {
        var comments = await db.Comments.AsNoTracking().Where(comment => comment.Body.PipelineVersion < version && comment.Body.Markdown != "")
            .OrderBy(comment => comment.Id).Take(most).Select(comment => new { comment.Id, comment.SubjectId, comment.Body.Markdown }).ToListAsync(cancel);
        var homes = await db.DiscussionHomesAsync(comments.Select(comment => comment.SubjectId), cancel);
        return comments.ConvertAll(comment => new StoredText(comment.Id, comment.Markdown, homes[comment.SubjectId].Key.Channel, [CacheTags.Page(homes[comment.SubjectId].Key)]));
    }

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (CommentId)text.Key;
        return db.Comments.Where(comment => comment.Id == id && comment.Body.Markdown == text.Source && comment.Body.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Body.Html, rendered.Html).SetProperty(comment => comment.Body.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Comments.Where(comment => comment.Body.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Body.PipelineVersion, 0), cancel);
}
