using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Data;

namespace Participation.Tests.Ideas;

/// <summary>More ideas than fit on a page, which every sorting puts into another order, with ties in each.</summary>
internal static class ManyIdeas
{
    public const int Count = 23;

    /// <summary>Adds them and returns what was stored.</summary>
    public static async Task<IReadOnlyList<Idea>> AddAsync(TestSite site)
    {
        var process = await new Given(site).ProcessAsync();
        return await site.WithDbAsync(async db =>
        {
            var (author, topic) = (A.Person(), await db.Topics.OrderBy(candidate => candidate.Order).Select(candidate => candidate.Key).FirstAsync());
            db.People.Add(author);
            for (var i = 0; i < Count; i++) db.Ideas.Add(await NewAsync(db, process, author, topic, i));
            await db.SaveChangesAsync();
            return await db.Ideas.AsNoTracking().ToListAsync();
        });
    }

    /// <summary>The numbers in the order that a sorting promises; the newer of two equal ones comes first.</summary>
    public static int[] InOrder(IEnumerable<Idea> ideas, string sort) =>
        [.. ideas.OrderByDescending(idea => KeyOf(idea, sort)).ThenByDescending(idea => idea.Number).Select(idea => idea.Number!.Value)];

    private static long KeyOf(Idea idea, string sort) => sort switch
    {
        "active" => idea.ActiveAt.UtcTicks,
        "newest" => idea.PublishedAt!.Value.UtcTicks,
        "supported" => idea.ForCount,
        "contested" => Math.Min(idea.ForCount, idea.AgainstCount),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    private static async Task<Idea> NewAsync(ParticipationDbContext db, Process process, Domain.Accounts.Person author, string topic, int i)
    {
        var published = A.Moment.AddHours(i * 7 % 11);
        var idea = Idea.Draft(IdeaId.New(published), process.Id, author.Id, null, A.IdeaText($"Idee mit der Nummer {i}", topic: topic), $"many-{i}", published);
        Assert.Null(idea.Submit(await db.NextNumberAsync(Counter.Ideas, CancellationToken.None), process, author, published));
        idea.Count(new StanceCounts(i * 5 % 9, i % 2, i * 4 % 7));
        idea.CountComment(1, A.Moment.AddDays(1 + i * 3 % 8));
        return idea;
    }
}
