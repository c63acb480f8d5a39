using Microsoft.EntityFrameworkCore;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Texts;

/// <summary>Texts whose time came: lists that were cached without them are made anew.</summary>
internal sealed class DueTexts(ParticipationDbContext db, Announcer announcer) : IScheduledContent
{
    public async Task PublishDueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.DiscussedTexts.ThatArePublic(now).AnyAsync(text => text.Publication.From > since, cancel)) await announcer.AnnounceAsync([], [], [], [CacheTags.Texts]);
    }
}
