using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Tests.Accounts.OwnData;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Shared;

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

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Bringing_an_idea_back_brings_its_stances_replies_and_counts_back(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (number, moderator) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator));
        await site.StanceAsync(number, await given.PersonAsync());
        await site.StanceAsync(number, await given.PersonAsync(), StanceKind.Against);
        await site.StanceAsync(number, await given.PersonAsync(), StanceKind.Neutral);
        await site.CommentAsync(number, await given.PersonAsync(), "Doch.", await site.CommentAsync(number, await given.PersonAsync()));
        var before = await StateAsync();
        Assert.Null(await HideAsync(site, number, await VersionAsync(), moderator));
        Assert.Equal(System.Net.HttpStatusCode.Gone, (await Browsing.Visitor(site).Client.GetAsync(Links.Idea(number, "Mehr Bänke am Markt"))).StatusCode);
        var version = await VersionAsync();
        Assert.Null(await site.UseAsync<RestoreIdea, Refusal?>(restore => restore.ExecuteAsync(new CaseOrder(number, version, moderator), default)));
        Assert.Equal(before, await StateAsync());
        Assert.Equal(("1 1 1 2", 3, 2), before);

        Task<int> VersionAsync() => site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.Version).SingleAsync());

        Task<(string Counts, int Stances, int Comments)> StateAsync() => site.WithDbAsync(async db =>
        {
            var idea = await db.Ideas.AsNoTracking().SingleAsync(candidate => candidate.Number == number);
            return ($"{idea.Stances.For} {idea.Stances.Neutral} {idea.Stances.Against} {idea.CommentCount}", await db.Stances.CountAsync(), await db.Comments.CountAsync(comment => comment.Status == Domain.Discussions.CommentStatus.Published));
        });
    }

    private static Task<Refusal?> HideAsync(TestSite site, int number, int version, Actor actor) =>
        site.UseAsync<HideIdea, Refusal?>(hide => hide.ExecuteAsync(new CaseOrder(number, version, actor), Ground.Respect, "Beleidigt Dritte.", default));
}
