using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.News;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.News.Articles;

/// <summary>Texts of articles, rendered anew after an upgrade.</summary>
internal sealed class StoredArticles(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Articles.AsNoTracking().Where(article => article.Body.PipelineVersion < version && article.Body.Markdown != "")
            .OrderBy(article => article.Id).Take(most).Select(article => new { article.Id, article.Body.Markdown }).ToListAsync(cancel))
        .ConvertAll(article => new StoredText(article.Id, article.Markdown, Channel.News, [CacheTags.News]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var id = (ArticleId)text.Key;
        return db.Articles.Where(article => article.Id == id && article.Body.Markdown == text.Source && article.Body.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(article => article.Body.Html, rendered.Html).SetProperty(article => article.Body.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Articles.Where(article => article.Body.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(article => article.Body.PipelineVersion, 0), cancel);
}
