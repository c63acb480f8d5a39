using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Moderation;

namespace Participation.Tests.Moderation;

public sealed class IdeaDecisionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_moderators_is_refused_and_one_decision_is_written(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var (first, second) = (await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        var version = await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Version).SingleAsync());

        Assert.Null(await HideAsync(site, number, version, first));
        Assert.IsType<ChangedMeanwhile>(await HideAsync(site, number, version, second));

        var decision = Assert.Single(await site.WithDbAsync(db => db.Decisions.AsNoTracking().ToListAsync()));
        Assert.Equal((Measure.Hide, first.Person), (decision.Measure, decision.DecidedBy));
        Assert.Equal(1, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "idea.hide")));
    }

    private static Task<Refusal?> HideAsync(TestSite site, int number, int version, Actor actor) =>
        site.UseAsync<HideIdea, Refusal?>(hide => hide.ExecuteAsync(new CaseOrder(number, version, actor), Ground.Respect, "Beleidigt Dritte.", default));
}
