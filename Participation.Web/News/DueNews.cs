using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.News;

/// <summary>Articles and pages whose time came: lists and feeds that were cached without them are made anew.</summary>
internal sealed class DueNews(ParticipationDbContext db, Announcer announcer) : IScheduledContent
{
    public async Task PublishDueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        List<string> tags = [];
        if (await db.Articles.ThatArePublic(now).AnyAsync(article => article.Publication.From > since, cancel)) tags.Add(CacheTags.News);
        if (await db.Pages.ThatArePublic(now).AnyAsync(page => page.Publication.From > since, cancel)) tags.Add(CacheTags.Pages);
        await announcer.AnnounceAsync([], [], [], tags);
    }
}
