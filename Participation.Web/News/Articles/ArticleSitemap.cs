using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.News.Articles;

/// <summary>Public articles for search engines.</summary>
internal sealed class ArticleSitemap(ParticipationDbContext db, CityClock clock) : ISitemapSource
{
    public string Name => "neuigkeiten";

    public Task<int> CountAsync(CancellationToken cancel) => db.Articles.ThatArePublic(clock.Now).CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Articles.ThatArePublic(clock.Now).OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { row.Number, row.Title, row.ChangedAt, row.Publication.From }).ToListAsync(cancel))
            .Select(row => new SitemapPage(Links.Article(row.Number, row.Title), row.ChangedAt > row.From ? row.ChangedAt : row.From))];
}
