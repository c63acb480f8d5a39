using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.News;

/// <summary>The feed of a district and of a keyword: what belongs there and nothing else.</summary>
public sealed class ScopedFeedTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_feed_of_a_district_holds_its_ideas_and_articles(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (here, there) = await site.WithDbAsync(async db => (await db.Districts.OrderBy(row => row.Order).Select(row => row.Key).FirstAsync(), await db.Districts.OrderByDescending(row => row.Order).Select(row => row.Key).FirstAsync()));
        var (inside, outside, hidden) = (await given.IdeaAsync(title: "Bänke hier"), await given.IdeaAsync(title: "Bänke dort"), await given.IdeaAsync(title: "Bänke mit Werbung"));
        await given.IdeaAsync(title: "Bänke überall");
        foreach (var (number, district) in new[] { (inside, here), (outside, there), (hidden, here) })
            await site.WithDbAsync(db => db.Ideas.Where(idea => idea.Number == number).ExecuteUpdateAsync(set => set.SetProperty(idea => idea.DistrictKey, district)));
        await site.WithDbAsync(async db =>
        {
            Assert.Null((await db.Ideas.SingleAsync(idea => idea.Number == hidden)).Hide("Werbung.", A.Moment));
            return await db.SaveChangesAsync();
        });
        var moderator = await given.PersonAsync(Role.Moderator);
        await site.ArticleAsync(moderator, NewsSteps.Text("Brunnen hier", district: here));
        await site.ArticleAsync(moderator, NewsSteps.Text("Brunnen dort", district: there));
        await site.ArticleAsync(moderator, NewsSteps.Text("Entwurf hier", district: here), new PublicationChange(PublicationStep.Keep));
        await site.ArticleAsync(moderator, NewsSteps.Text("Brunnen überall"));
        Assert.Equal(["Brunnen hier", "Bänke hier"], await TitlesAsync(site, Links.DistrictFeed(here)));
        Assert.Equal(["Brunnen dort", "Bänke dort"], await TitlesAsync(site, Links.DistrictFeed(there)));
        Assert.Equal(404, (int)(await Browsing.Visitor(site).Client.GetAsync(Links.DistrictFeed("gibt-es-nicht"))).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_feed_of_a_keyword_holds_the_articles_that_carry_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        await site.ArticleAsync(moderator, NewsSteps.Text("Beides", "Lintorf, Mobilität"));
        await site.ArticleAsync(moderator, NewsSteps.Text("Räder", "Mobilität"));
        await site.ArticleAsync(moderator, NewsSteps.Text("Dorf", "Lintorf Nord, lintorf"));
        await site.ArticleAsync(moderator, NewsSteps.Text("Entwurf", "Lintorf"), new PublicationChange(PublicationStep.Keep));
        Assert.Equal(["Beides", "Dorf"], await TitlesAsync(site, Links.KeywordFeed("lintorf")));
        Assert.Equal(["Beides", "Räder"], await TitlesAsync(site, Links.KeywordFeed("mobilitaet")));
        Assert.Equal(["Dorf"], await TitlesAsync(site, Links.KeywordFeed("lintorf-nord")));
        Assert.Equal(404, (int)(await Browsing.Visitor(site).Client.GetAsync(Links.KeywordFeed("nord"))).StatusCode);
    }

    private static async Task<List<string>> TitlesAsync(TestSite site, string feed)
    {
        var read = AtomSchema.Valid(await Browsing.Visitor(site).Client.GetStringAsync(feed));
        Assert.EndsWith(feed, (string)AtomSchema.Links(read.Root!, "self").Single().Attribute("href")!, StringComparison.Ordinal);
        return [.. read.Root!.Elements(AtomSchema.Atom + "entry").Select(entry => entry.Element(AtomSchema.Atom + "title")!.Value).Order(StringComparer.Ordinal)];
    }
}
