using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Shared;
using Participation.Web.Shared.Feeds;

namespace Participation.Tests.News;

/// <summary>Feeds: valid by the schema, the same ids for ever, only what everybody may read, answered with 304 to who has them.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = AtomSchema.Atom;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_feed_of_the_demo_city_is_valid(string database)
    {
        await using var site = await TestSite.StartAsync(database, demo: true);
        var (topics, districts, keywords, ideas, texts) = await site.WithDbAsync(async db => (
            await db.Topics.Select(topic => topic.Key).ToListAsync(), await db.Districts.Select(district => district.Key).ToListAsync(),
            await db.Articles.SelectMany(article => article.Keywords).Select(keyword => keyword.Slug).Distinct().ToListAsync(),
            await db.Ideas.Where(idea => idea.PublishedAt != null && idea.MergedIntoId == null && idea.HiddenAt == null).Select(idea => idea.Number!.Value).ToListAsync(),
            await db.DiscussedTexts.Where(text => text.Publication.From != null && text.Publication.WithdrawnAt == null).Select(text => text.Number).ToListAsync()));
        Assert.NotEmpty(texts);
        List<string> feeds = [Links.NewsFeed, .. keywords.Select(Links.KeywordFeed), .. topics.Select(Links.TopicFeed), .. districts.Select(Links.DistrictFeed), .. ideas.Select(Links.IdeaFeed), .. texts.Select(Links.TextFeed)];
        Assert.True(feeds.Count > 60);
        var visitor = Browsing.Visitor(site);
        foreach (var feed in feeds)
        {
            var read = await ReadAsync(visitor, feed);
            Assert.EndsWith(feed, (string)AtomSchema.Links(read.Root!, "self").Single().Attribute("href")!, StringComparison.Ordinal);
            Assert.All(read.Descendants(Atom + "id"), id => Assert.Matches("^tag:localhost,[0-9]{4}(-[0-9]{2}-[0-9]{2})?:[a-z0-9:-]+$", id.Value));
        }

        Assert.Equal(6, (await ReadAsync(visitor, Links.NewsFeed)).Root!.Elements(Atom + "entry").Count());
        Assert.Contains("2021-07-02T07:00:00Z", (await ReadAsync(visitor, Links.NewsFeed)).Descendants(Atom + "published").Select(at => at.Value));
    }

    [Theory]
    [InlineData("<entry><title>x</title></entry>")]
    [InlineData("<title>zweimal</title>")]
    [InlineData("<link href=\"relativ\" rel=\"self\" />")]
    [InlineData("<fremd />")]
    [InlineData("<updated>2026-01-01T10:00:00</updated>")]
    public async Task A_feed_that_is_none_would_be_found(string more)
    {
        await using var site = await TestSite.StartAsync();
        await site.ArticleAsync(await new Given(site).PersonAsync(Role.Moderator));
        var text = await Browsing.Visitor(site).Client.GetStringAsync(Links.NewsFeed);
        Assert.Empty(AtomSchema.Mistakes(XDocument.Parse(text)));
        Assert.NotEmpty(AtomSchema.Mistakes(XDocument.Parse(text.Replace("</feed>", more + "</feed>", StringComparison.Ordinal))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hostile_titles_and_names_stay_text(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var moderator = await given.PersonAsync(Role.Moderator);
        foreach (var title in new[] { "]]><script>alert(1)</script>", "<![CDATA[x", "&lt;b&gt; & \"'", "\u202Eumgekehrt", "\uFFFE und \u0001 Steuerzeichen", "😀 Emoji" })
        {
            await site.WithDbAsync(async db =>
            {
                // As an import might write it: what the form refuses has to be harmless all the same.
                db.Articles.Add(Published(title, await db.NextNumberAsync(Web.Data.Counter.Articles, default)));
                return await db.SaveChangesAsync();
            });
        }

        await site.ArticleAsync(moderator, NewsSteps.Text("Zum Schluss"));
        var titles = (await ReadAsync(Browsing.Visitor(site), Links.NewsFeed)).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value).ToList();
        Assert.Contains("]]><script>alert(1)</script>", titles);
        Assert.Contains("&lt;b&gt; & \"'", titles);
        Assert.Contains(titles, title => title.EndsWith("Steuerzeichen", StringComparison.Ordinal) && !title.Contains('\u0001', StringComparison.Ordinal));
        Assert.Contains("😀 Emoji", titles);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_entry_keeps_its_id_when_its_title_changes_and_goes_when_it_is_withdrawn(string database)
    {
        await using var site = await TestSite.StartAsync(database, settings: settings => settings["OpenData:TagAuthority"] = "alt.example.org");
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await site.ArticleAsync(moderator);
        var (visitor, browsing) = (Browsing.Visitor(site), await Browsing.AsAsync(site, moderator));
        var before = (await ReadAsync(visitor, Links.NewsFeed)).Root!.Element(Atom + "entry")!;
        var tag = visitor.Last.Headers.ETag!;
        Assert.StartsWith("tag:alt.example.org,", before.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(visitor, tag));

        await browsing.SubmitAsync(Links.EditArticle(number), NewsSteps.ArticleForm, new() { ["Input.Title"] = "Ganz anders" });
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(visitor, tag));
        var after = (await ReadAsync(visitor, Links.NewsFeed)).Root!.Element(Atom + "entry")!;
        Assert.Equal(before.Element(Atom + "id")!.Value, after.Element(Atom + "id")!.Value);
        Assert.Equal(before.Element(Atom + "published")!.Value, after.Element(Atom + "published")!.Value);
        Assert.EndsWith("/ganz-anders", (string)after.Element(Atom + "link")!.Attribute("href")!, StringComparison.Ordinal);

        await browsing.SubmitAsync(Links.EditArticle(number), NewsSteps.ArticleForm, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Falsch." });
        Assert.Empty((await ReadAsync(visitor, Links.NewsFeed)).Root!.Elements(Atom + "entry"));
        Assert.Equal(404, (int)(await visitor.Client.GetAsync(Links.KeywordFeed("lintorf"))).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_feed_of_an_idea_tells_its_public_events_and_no_others(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator) = (await given.PersonAsync(name: "Kletterrose"), await given.PersonAsync(Role.Moderator));
        var number = await given.IdeaAsync(author);
        var visitor = Browsing.Visitor(site);
        Assert.Single((await ReadAsync(visitor, Links.IdeaFeed(number))).Root!.Elements(Atom + "entry"));

        var comment = (await site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(new CommentInput(number, null, CommentLabel.None, "Gute **Idee**.", "einmal"), author, default))).Value!;
        var entry = (await ReadAsync(visitor, Links.IdeaFeed(number))).Root!.Elements(Atom + "entry").First();
        Assert.Equal(("Kletterrose", "html"), (entry.Element(Atom + "author")!.Value, (string)entry.Element(Atom + "content")!.Attribute("type")!));
        Assert.Contains("<strong>Idee</strong>", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Null(Harmless.Offence(entry.Element(Atom + "content")!.Value));

        Assert.Null(await site.UseAsync<DeleteComment, Domain.Refusal?>(delete => delete.ExecuteAsync(number, comment.Number, author, default)));
        Assert.DoesNotContain("Gute", await visitor.Client.GetStringAsync(Links.IdeaFeed(number)), StringComparison.Ordinal);

        await site.WithDbAsync(async db =>
        {
            Assert.Null((await db.Ideas.SingleAsync()).Hide("Werbung.", A.Moment));
            return await db.SaveChangesAsync();
        });
        await site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Web.Realtime.Announcer>().AnnounceAsync([], [], [], [Web.Hosting.CacheTags.Idea(number)]);
            return true;
        });
        Assert.Equal(410, (int)(await visitor.Client.GetAsync(Links.IdeaFeed(number))).StatusCode);
        Assert.Equal(404, (int)(await visitor.Client.GetAsync(Links.IdeaFeed(99))).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_feed_of_a_topic_holds_ideas_and_articles_of_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (topic, other) = await site.WithDbAsync(async db => (await db.Topics.OrderBy(row => row.Order).Select(row => row.Key).FirstAsync(), await db.Topics.OrderByDescending(row => row.Order).Select(row => row.Key).FirstAsync()));
        var idea = await given.IdeaAsync();
        await site.ArticleAsync(await given.PersonAsync(Role.Moderator), NewsSteps.Text(topic: topic));
        await site.ArticleAsync(await given.PersonAsync(Role.Moderator), NewsSteps.Text("Anderes", topic: other));
        var visitor = Browsing.Visitor(site);
        var addresses = (await ReadAsync(visitor, Links.TopicFeed(topic))).Root!.Elements(Atom + "entry").Select(entry => new Uri((string)entry.Element(Atom + "link")!.Attribute("href")!).AbsolutePath).ToList();
        Assert.Equal([Links.Article(1, "Ein neuer Brunnen"), Links.Idea(idea, "Mehr Bänke am Markt")], addresses);
        Assert.NotNull((await visitor.GetAsync($"/ideen?thema={topic}")).QuerySelector($"link[rel=alternate][type='application/atom+xml'][href='{Links.TopicFeed(topic)}']"));
        Assert.Equal(404, (int)(await visitor.Client.GetAsync(Links.TopicFeed("gibt-es-nicht"))).StatusCode);
        Assert.Equal(404, (int)(await visitor.Client.GetAsync(Links.DistrictFeed("../x"))).StatusCode);
    }

    private static Domain.News.Article Published(string title, int number)
    {
        var text = NewsSteps.Text(title);
        var article = Domain.News.Article.Write(Domain.News.ArticleId.New(A.Moment), number, text, null, A.Moment);
        Assert.Null(article.Change(text, new PublicationChange(PublicationStep.Publish), 0, A.Moment));
        return article;
    }

    private static async Task<XDocument> ReadAsync(Browsing visitor, string feed)
    {
        await visitor.GetAsync(feed);
        Assert.Equal((feed, HttpStatusCode.OK, AtomWriter.ContentType), (feed, visitor.Last.StatusCode, visitor.Last.Content.Headers.ContentType?.MediaType));
        return AtomSchema.Valid(await visitor.Last.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> AgainAsync(Browsing visitor, System.Net.Http.Headers.EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Links.NewsFeed, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(tag);
        using var response = await visitor.Client.SendAsync(request);
        return response.StatusCode;
    }
}
