using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Ideas;

namespace Participation.Tests.Ideas;

public sealed class StanceConcurrencyTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_hundred_parallel_changes_by_fifty_people_leave_exact_counts(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var people = new List<Domain.Accounts.Actor>();
        for (var i = 0; i < 50; i++) people.Add(await given.PersonAsync());
        StanceKind?[] kinds = [StanceKind.For, StanceKind.Against, StanceKind.Neutral, null];

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            site.UseAsync<TakeStance, bool>(async take => (await take.ExecuteAsync(number, kinds[(i / 50 + i) % 4], people[i % 50], default)).Done)));

        var (idea, stances) = await site.WithDbAsync(async db =>
        {
            var found = await db.Ideas.AsNoTracking().SingleAsync(candidate => candidate.Number == number);
            return (found, await db.Stances.AsNoTracking().Where(stance => stance.IdeaId == found.Id).ToListAsync());
        });
        Assert.Equal(stances.Count, stances.Select(stance => stance.PersonId).Distinct().Count());
        Assert.Equal(
            new StanceCounts(stances.Count(s => s.Kind == StanceKind.For), stances.Count(s => s.Kind == StanceKind.Neutral), stances.Count(s => s.Kind == StanceKind.Against)),
            idea.Stances);
        Assert.Equal(idea.Stances.Contention, idea.Contention);
    }
}
