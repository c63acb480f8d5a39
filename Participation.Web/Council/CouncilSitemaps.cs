using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;
using Participation.Web.Shared.Sitemaps;

namespace Participation.Web.Council;

/// <summary>Public meetings for search engines.</summary>
internal sealed class MeetingSitemap(ParticipationDbContext db, CityClock clock) : ISitemapSource
{
    public string Name => "sitzungen";

    public Task<int> CountAsync(CancellationToken cancel) => Public().CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await Public().OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { row.Number, row.Name, row.ChangedAt }).ToListAsync(cancel)).Select(row => new SitemapPage(Links.Meeting(row.Number, row.Name), row.ChangedAt))];

    private IQueryable<Domain.Council.Meeting> Public() => db.Meetings.ThatArePublic(clock.Now).Where(meeting => meeting.DeletedAt == null);
}

/// <summary>Bodies for search engines.</summary>
internal sealed class BodySitemap(ParticipationDbContext db) : ISitemapSource
{
    public string Name => "gremien";

    public Task<int> CountAsync(CancellationToken cancel) => Public().CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await Public().OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { row.Number, row.Name, row.ChangedAt }).ToListAsync(cancel)).Select(row => new SitemapPage(Links.Body(row.Number, row.Name), row.ChangedAt))];

    private IQueryable<Domain.Council.Body> Public() => db.Bodies.Where(body => body.DeletedAt == null);
}

/// <summary>Public papers for search engines.</summary>
internal sealed class PaperSitemap(ParticipationDbContext db, CityClock clock) : ISitemapSource
{
    public string Name => "vorlagen";

    public Task<int> CountAsync(CancellationToken cancel) => Public().CountAsync(cancel);

    public async Task<IReadOnlyList<SitemapPage>> ReadAsync(int skip, int take, CancellationToken cancel) =>
        [.. (await Public().OrderBy(row => row.Number).Skip(skip).Take(take).Select(row => new { row.Number, row.Name, row.ChangedAt }).ToListAsync(cancel)).Select(row => new SitemapPage(Links.Paper(row.Number, row.Name), row.ChangedAt))];

    private IQueryable<Domain.Council.Paper> Public() => db.Papers.ThatArePublic(clock.Now).Where(paper => paper.DeletedAt == null);
}
