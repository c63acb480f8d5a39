using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Outcomes;

/// <summary>Public results for search engines.</summary>
internal sealed class ResultSitemap(ParticipationDbContext db, CityClock clock) : ISitemapSource
{
    public string Name => "ergebnisse";

    public Task<int> CountAsync(CancellationToken cancel) => db.Results.ThatArePublic(clock.Now).CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Results.ThatArePublic(clock.Now).OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { row.Number, row.Title, row.ChangedAt }).ToListAsync(cancel)).Select(row => new SitemapPage(Links.Result(row.Number, row.Title), row.ChangedAt))];
}
