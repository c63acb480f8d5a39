using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

public sealed class ModerationPageTests
{
    [Fact]
    public async Task Only_moderators_see_queue_and_case()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var (visitor, citizen) = (Browsing.Visitor(site), await Browsing.AsAsync(site, await given.PersonAsync()));
        var moderator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        foreach (var page in new[] { Links.Moderation, Links.ModerateIdea(number) })
        {
            await visitor.GetAsync(page);
            Assert.Equal(HttpStatusCode.Redirect, visitor.Last.StatusCode);
            await citizen.GetAsync(page);
            Assert.Equal(HttpStatusCode.Forbidden, citizen.Last.StatusCode);
            await moderator.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, moderator.Last.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hiding_needs_reasons_and_restoring_brings_the_idea_back(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var number = await given.IdeaAsync();
        var page = Links.ModerateIdea(number);
        var browsing = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await browsing.GetAsync(Links.Moderation);
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);

        await browsing.SubmitAsync(page, "#entscheidung", new() { ["Input.Facts"] = "" }, "button[value=Hide]");
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        await browsing.SubmitAsync(page, "#entscheidung", new() { ["Input.Ground"] = "Respect", ["Input.Facts"] = "Beleidigt Dritte." }, "button[value=Hide]");
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.NotNull(await HiddenAtAsync(site, number));

        await browsing.SubmitAsync(page, "#entscheidung", [], "button[value=Restore]");
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.Null(await HiddenAtAsync(site, number));
    }

    private static Task<DateTimeOffset?> HiddenAtAsync(TestSite site, int number) =>
        site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).Select(idea => idea.HiddenAt).SingleAsync());
}
