using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Proposals;

/// <summary>Public proposals for search engines.</summary>
internal sealed class ProposalSitemap(ParticipationDbContext db) : ISitemapSource
{
    public string Name => "vorhaben";

    public Task<int> CountAsync(CancellationToken cancel) => db.Proposals.ThatArePublic().CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Proposals.ThatArePublic().OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { row.Number, row.Title, row.PublishedAt }).ToListAsync(cancel))
            .Select(row => new SitemapPage(Links.Proposal(row.Number, row.Title), row.PublishedAt))];
}
