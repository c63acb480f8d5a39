using Participation.Domain.Moderation;
using Participation.Web.Data;

namespace Participation.Web.Demo;

/// <summary>The templates of reasons that every site starts with; the team changes them as it likes.</summary>
internal static class FirstTemplates
{
    public static async Task AddAsync(ParticipationDbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var text in DemoContent.Read<TemplateText>("templates"))
            db.ReasonTemplates.Add(ReasonTemplate.Make(await db.NextNumberAsync(Counter.ReasonTemplates, cancel), text, now));
    }
}
