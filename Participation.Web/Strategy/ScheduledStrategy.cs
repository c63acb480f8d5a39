using Microsoft.EntityFrameworkCore;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Realtime;
using Participation.Web.Strategy.Measures;

namespace Participation.Web.Strategy;

/// <summary>Strategies, measures and services whose time came: pages are made anew, and the people of a measure's ideas are told, which the measure itself remembers.</summary>
internal sealed class ScheduledStrategy(ParticipationDbContext db, Changes changes, TellIdeaPeople tell) : IScheduledContent
{
    private const int MostAtOnce = 50;

    public async Task PublishDueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        var strategy = await db.Strategies.AnyAsync(paper => paper.Publication.From > since && paper.Publication.From <= now, cancel)
            || await db.Measures.AnyAsync(measure => measure.Publication.From > since && measure.Publication.From <= now, cancel);
        var services = await db.OnlineServices.AnyAsync(service => service.Publication.From > since && service.Publication.From <= now, cancel);
        var waiting = await db.Measures.ThatArePublic(now).AnyAsync(measure => measure.ToldStatus == null || measure.ToldStatus != measure.Status, cancel);
        if (!strategy && !services && !waiting) return;
        await using var change = await changes.BeginAsync([Channel.Strategy], cancel);
        if (waiting) await TellAsync(change.Now, cancel);
        if (strategy) change.Evict(CacheTags.Strategy);
        if (services) change.Evict(CacheTags.Services);
        await change.CommitAsync(cancel);
    }

    private async Task TellAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var measures = await db.Measures.Include(measure => measure.Ideas).Where(measure => measure.Publication.From != null && measure.Publication.From <= now && measure.Publication.WithdrawnAt == null)
            .Where(measure => measure.ToldStatus == null || measure.ToldStatus != measure.Status).OrderBy(measure => measure.Number).Take(MostAtOnce).ToListAsync(cancel);
        foreach (var measure in measures)
        {
            if (measure.Tell(now)) await tell.ExecuteAsync(measure, null, now, cancel);
        }
    }
}
