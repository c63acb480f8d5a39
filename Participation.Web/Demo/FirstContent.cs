using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Demo;

/// <summary>Fills an empty database: with the demo city, or with one process and the configured topics and districts.</summary>
public sealed class FirstContent(ParticipationDbContext db, IOptions<CityOptions> city)
{
    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (await db.Topics.AnyAsync(cancel)) return;
        db.Topics.AddRange(city.Value.Topics.Select((topic, order) => Topic.Of(topic.Key, topic.Name, topic.Description, order)));
        db.Districts.AddRange(city.Value.Districts.Select((district, order) => District.Of(district.Key, district.Name, district.Latitude, district.Longitude, order)));
        await db.SaveChangesAsync(cancel);
    }
}
