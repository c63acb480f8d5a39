using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>Fills an empty database: with the demo city, or with one process and the configured topics and districts.</summary>
internal sealed class FirstContent(
    ParticipationDbContext db, IOptions<CityOptions> city, IConfiguration configuration, DemoCity demo, DemoState state, MarkdownText markdown, CityClock clock)
{
    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (!await db.Topics.AnyAsync(cancel))
        {
            if (configuration.GetValue<bool>("Demo:Load")) await demo.LoadAsync(city.Value.Name, city.Value.Question, cancel);
            else await StartEmptyAsync(cancel);
        }

        state.IsLoaded = await db.Pages.AnyAsync(page => page.Slug == DemoState.PageSlug, cancel);
    }

    private async Task StartEmptyAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        db.Topics.AddRange(city.Value.Topics.Select((topic, order) => Topic.Of(topic.Key, topic.Name, topic.Description, order)));
        db.Districts.AddRange(city.Value.Districts.Select((district, order) => District.Of(district.Key, district.Name, district.Latitude, district.Longitude, order)));
        db.Processes.Add(new DemoProcesses(markdown, clock).Permanent(city.Value.Name, city.Value.Question, now));
        new DemoPages(db, markdown).Add(demo: false, now);
        await FirstTemplates.AddAsync(db, now, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
