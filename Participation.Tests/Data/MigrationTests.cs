using Microsoft.EntityFrameworkCore;
using Participation.Tests.Support;

namespace Participation.Tests.Data;

public sealed class MigrationTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_migrations_make_exactly_the_schema_of_the_model(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        Assert.False(await site.WithDbAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await site.WithDbAsync(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_second_row_where_one_is_allowed_is_recognised(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var person = await new Given(site).PersonAsync(name: "Doppelt");
        var refused = await site.WithDbAsync(async db =>
        {
            db.People.Add(Domain.Accounts.Person.Join(Domain.Accounts.PersonId.New(TimeProvider.System.GetUtcNow()), " doppelt ", Domain.Accounts.Role.Citizen, Domain.Accounts.Verification.None, TimeProvider.System.GetUtcNow()));
            var exception = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            return db.IsUniqueViolation(exception);
        });
        Assert.True(refused);
        Assert.NotEqual(default, person.Person);
    }
}
