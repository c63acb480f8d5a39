using System.Net;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Ideas;

public sealed class WithdrawnIdeaPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Withdrawing_is_no_way_around_the_moderators(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var process = await given.ProcessAsync(moderation: ModerationMode.PreModerateAll);
        var (author, visitor) = (await given.PersonAsync(), Browsing.Visitor(site));
        var number = await site.WithDbAsync(async db =>
        {
            var person = db.People.Single(candidate => candidate.Id == author.Person);
            var idea = An.Idea(Domain.Ideas.IdeaStatus.Submitted, process, person, A.IdeaText("Kauft bei Werbefritze", topic: db.Topics.First().Key));
            db.Ideas.Add(idea);
            await db.SaveChangesAsync();
            return idea.Number!.Value;
        });
        Assert.Null(await site.UseAsync<WithdrawIdea, Refusal?>(withdraw => withdraw.ExecuteAsync(number, null, author, default)));

        await visitor.GetAsync(Links.Idea(number));
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        await visitor.GetAsync($"/api/v1/ideas/{number}");
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        foreach (var list in (string[])["/", "/ideen", "/ideen?stand=Withdrawn", "/api/v1/ideas", "/verfahren/smart-city"])
        {
            var page = await visitor.GetAsync(list);
            Assert.Equal(HttpStatusCode.OK, visitor.Last.StatusCode);
            Assert.DoesNotContain("Werbefritze", page.Source.Text, StringComparison.Ordinal);
        }

        foreach (var reader in (Actor[])[author, await given.PersonAsync(Role.Moderator)])
        {
            var browsing = await Browsing.AsAsync(site, reader);
            var page = await browsing.GetAsync(Links.Idea(number, "Kauft bei Werbefritze"));
            Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);
            Assert.Null(page.QuerySelector("#diskussion-titel"));
        }
    }
}
