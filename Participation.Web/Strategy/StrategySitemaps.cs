using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Strategy;

/// <summary>The strategy's own page for search engines, while it is not withdrawn.</summary>
internal sealed class StrategySitemap(ParticipationDbContext db, CityClock clock) : ISitemapSource
{
    public string Name => "strategie";

    public Task<int> CountAsync(CancellationToken cancel) => db.Strategies.ThatArePublic(clock.Now).Take(1).CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Strategies.ThatArePublic(clock.Now).OrderBy(row => row.Id).Take(1).Select(row => row.ChangedAt).ToListAsync(cancel)).Skip(skip).Take(take).Select(changed => new SitemapPage(Links.Strategy, changed))];
}

/// <summary>Public measures for search engines.</summary>
internal sealed class MeasureSitemap(ParticipationDbContext db, CityClock clock) : ISitemapSource
{
    public string Name => "massnahmen";

    public Task<int> CountAsync(CancellationToken cancel) => db.Measures.ThatArePublic(clock.Now).CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.Measures.ThatArePublic(clock.Now).OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { row.Number, row.Title, row.ChangedAt }).ToListAsync(cancel)).Select(row => new SitemapPage(Links.Measure(row.Number, row.Title), row.ChangedAt))];
}

/// <summary>Online services for search engines.</summary>
internal sealed class ServiceSitemap(ParticipationDbContext db, CityClock clock) : ISitemapSource
{
    public string Name => "dienste";

    public Task<int> CountAsync(CancellationToken cancel) => db.OnlineServices.ThatArePublic(clock.Now).CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await db.OnlineServices.ThatArePublic(clock.Now).OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { row.Number, row.Name, row.ChangedAt }).ToListAsync(cancel)).Select(row => new SitemapPage(Links.Service(row.Number, row.Name), row.ChangedAt))];
}
