using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.News.TextPages;

/// <summary>Text pages, rendered anew after an upgrade.</summary>
internal sealed class StoredPages(ParticipationDbContext db) : IStoredTexts
{
    public async Task<IReadOnlyList<StoredText>> OlderThanAsync(int version, int most, CancellationToken cancel) =>
        (await db.Pages.AsNoTracking().Where(page => page.Body.PipelineVersion < version && page.Body.Markdown != "")
            .OrderBy(page => page.Slug).Take(most).Select(page => new { page.Slug, page.Body.Markdown }).ToListAsync(cancel))
        .ConvertAll(page => new StoredText(page.Slug, page.Markdown, Channel.Pages, [CacheTags.Pages]));

    public Task<int> ReplaceAsync(StoredText text, FormattedText rendered, CancellationToken cancel)
    {
        var slug = (string)text.Key;
        return db.Pages.Where(page => page.Slug == slug && page.Body.Markdown == text.Source && page.Body.PipelineVersion < rendered.PipelineVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(page => page.Body.Html, rendered.Html).SetProperty(page => page.Body.PipelineVersion, rendered.PipelineVersion), cancel);
    }

    public Task<int> OutdateAsync(string piece, CancellationToken cancel) => db.Pages.Where(page => page.Body.Html.Contains(piece))
        .ExecuteUpdateAsync(set => set.SetProperty(page => page.Body.PipelineVersion, 0), cancel);
}
