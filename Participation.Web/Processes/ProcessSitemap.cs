using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Processes;

/// <summary>Processes for search engines.</summary>
internal sealed class ProcessSitemap(ParticipationDbContext db) : ISitemapSource
{
    public string Name => "verfahren";

    public Task<int> CountAsync(CancellationToken cancel) => db.Processes.AsNoTracking().CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Processes.AsNoTracking().OrderBy(row => row.Slug).Skip(skip).Take(take).Select(row => new { row.Slug }).ToListAsync(cancel))
            .Select(row => new SitemapPage(Links.Process(row.Slug), null))];
}
