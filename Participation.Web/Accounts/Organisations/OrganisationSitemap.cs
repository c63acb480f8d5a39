using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Accounts.Organisations;

/// <summary>Organisations for search engines.</summary>
internal sealed class OrganisationSitemap(ParticipationDbContext db) : ISitemapSource
{
    public string Name => "organisationen";

    public Task<int> CountAsync(CancellationToken cancel) => db.Organisations.AsNoTracking().CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Organisations.AsNoTracking().OrderBy(row => row.Slug).Skip(skip).Take(take).Select(row => new { row.Slug }).ToListAsync(cancel))
            .Select(row => new SitemapPage(Links.Organisation(row.Slug), null))];
}
