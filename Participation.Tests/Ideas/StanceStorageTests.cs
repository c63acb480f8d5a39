using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Tests.Support;

namespace Participation.Tests.Ideas;

public sealed class StanceStorageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_database_refuses_a_second_stance_of_one_person_on_one_idea(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (number, person) = (await given.IdeaAsync(), await given.PersonAsync());
        async Task<int> AddAsync(StanceKind kind) => await site.WithDbAsync(async db =>
        {
            var idea = await db.Ideas.Where(candidate => candidate.Number == number).Select(candidate => candidate.Id).SingleAsync();
            db.Stances.Add(Stance.Take(idea, person.Person, kind, 1, A.Moment));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(1, await AddAsync(StanceKind.For));
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(StanceKind.Against));
        Assert.Equal(StanceKind.For, await site.WithDbAsync(db => db.Stances.Select(stance => stance.Kind).SingleAsync()));
    }
}
