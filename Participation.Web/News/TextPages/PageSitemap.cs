using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.News.TextPages;

/// <summary>Public text pages for search engines.</summary>
internal sealed class PageSitemap(ParticipationDbContext db, CityClock clock) : ISitemapSource
{
    public string Name => "seiten";

    public Task<int> CountAsync(CancellationToken cancel) => db.Pages.ThatArePublic(clock.Now).CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Pages.ThatArePublic(clock.Now).OrderBy(row => row.Slug).Skip(skip).Take(take).Select(row => new { row.Slug, row.ChangedAt, row.Publication.From }).ToListAsync(cancel))
            .Select(row => new SitemapPage(Links.Page(row.Slug), row.ChangedAt > row.From ? row.ChangedAt : row.From))];
}
