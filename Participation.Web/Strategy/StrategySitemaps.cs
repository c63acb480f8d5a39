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
internal sealed class MeasureSitemap(ParticipationDbContext db, CityClock clock) : NumberedSitemap
{
    public override string Name => "massnahmen";

    protected override IQueryable<NumberedPage> Pages => db.Measures.ThatArePublic(clock.Now).Select(row => new NumberedPage { Number = row.Number, Title = row.Title, ChangedAt = row.ChangedAt });

    protected override string AddressOf(int number, string title) => Links.Measure(number, title);
}

/// <summary>Online services for search engines.</summary>
internal sealed class ServiceSitemap(ParticipationDbContext db, CityClock clock) : NumberedSitemap
{
    public override string Name => "dienste";

    protected override IQueryable<NumberedPage> Pages => db.OnlineServices.ThatArePublic(clock.Now).Select(row => new NumberedPage { Number = row.Number, Title = row.Name, ChangedAt = row.ChangedAt });

    protected override string AddressOf(int number, string title) => Links.Service(number, title);
}
