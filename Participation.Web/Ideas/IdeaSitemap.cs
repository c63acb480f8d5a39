using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Ideas;

/// <summary>Public ideas for search engines.</summary>
internal sealed class IdeaSitemap(ParticipationDbContext db) : ISitemapSource
{
    public string Name => "ideen";

    public Task<int> CountAsync(CancellationToken cancel) => db.Ideas.ThatArePublic().CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Ideas.ThatArePublic().OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { Number = row.Number ?? 0, row.Title, row.ActiveAt }).ToListAsync(cancel))
            .Select(row => new SitemapPage(Links.Idea(row.Number, row.Title), row.ActiveAt))];
}
